package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.TestNode;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps every event that was ever written readable: one sample of each revision passes through the
 * upcasters.
 */
class EventSamplesTest {

    @TempDir private static Path data;
    private static TestNode node;
    private static EventSerializer serializer;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestDatabase.create(), data);
        serializer = new EventSerializer(new PersonalDataCipher(node.get(PersonalKeys.class)));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    static Set<String> events() {
        return EventTypes.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyRevisionReadsAsTheSameEvent(String name) throws IOException {
        int current =
                Integer.parseInt(EventTypes.revisionOf(EventTypes.classOf(name).orElseThrow()));
        List<Object> read =
                IntStream.rangeClosed(1, current)
                        .mapToObj(revision -> read(name, revision))
                        .toList();

        assertThat(read).hasSize(current).allMatch(event -> event.equals(read.getLast()));
        assertThat(missing(read.getLast())).as("components that the sample leaves out").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theNewestSampleHasExactlyTheFieldsThatAreWritten(String name) {
        String revision = EventTypes.revisionOf(EventTypes.classOf(name).orElseThrow());
        Object event = read(name, Integer.parseInt(revision));
        JsonNode written =
                JsonMapper.shared().readTree(serializer.serialize(event, String.class).getData());

        assertThat(fields(written))
                .isEqualTo(fields(JsonMapper.shared().readTree(sample(name, revision))));
    }

    private static Object read(String name, int revision) {
        EventData<?> stored =
                new GenericDomainEventEntry<>(
                        "Sample",
                        "id",
                        0,
                        "event",
                        "2026-11-20T12:00:00Z",
                        name,
                        Integer.toString(revision),
                        sample(name, Integer.toString(revision)),
                        "{}");
        Stream<IntermediateEventRepresentation> upcast =
                Upcasters.chain()
                        .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)));
        SerializedObject<?> payload = upcast.findFirst().orElseThrow().getData();
        return serializer.deserialize(payload);
    }

    private static String sample(String name, String revision) {
        String file = "/events/" + name.replace('.', '/') + "/" + revision + ".json";
        try (InputStream stream = EventSamplesTest.class.getResourceAsStream(file)) {
            assertThat(stream).as("sample " + file).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static List<String> missing(Object event) {
        return Stream.of(event.getClass().getRecordComponents())
                .filter(component -> value(component, event) == null)
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object value(RecordComponent component, Object event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }

    private static Set<String> fields(JsonNode object) {
        return Set.copyOf(object.propertyNames());
    }
}
