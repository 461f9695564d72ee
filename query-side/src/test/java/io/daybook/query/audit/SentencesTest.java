package io.daybook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;
import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.connections.ToolFailed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.platform.log.EventTypes;
import io.daybook.platform.log.Impersonal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

class SentencesTest {

    static Set<String> events() {
        return EventTypes.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("events")
    void sayEveryEventWithoutTechnicalNames(String name) throws IOException {
        Class<?> type = EventTypes.classOf(name).orElseThrow();
        String file =
                "/events/" + name.replace('.', '/') + "/" + EventTypes.revisionOf(type) + ".json";
        try (InputStream sample = getClass().getResourceAsStream(file)) {
            Sentence sentence = Sentences.of(JsonMapper.shared().readValue(sample, type));

            assertThat(sentence.predicate())
                    .isNotBlank()
                    .doesNotContain("null")
                    .doesNotContain("@");
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void sayEveryEventOfSomebodyErased(String name) {
        Class<?> type = EventTypes.classOf(name).orElseThrow();
        String bare =
                "{\"kind\":\"%s\",\"role\":\"USER\",\"reason\":\"REVOKED\"}"
                        .formatted(name.startsWith("connections") ? "POSTGRES" : "EMAIL");

        Sentence sentence =
                Sentences.of(
                        JsonMapper.builder()
                                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                                .build()
                                .readValue(bare, type));

        assertThat(sentence.predicate()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("events")
    void concernThePersonWhoseDataTheyTellAndCanDoWithoutIt(String name)
            throws IOException, ReflectiveOperationException {
        Class<?> type = EventTypes.classOf(name).orElseThrow();
        String file =
                "/events/" + name.replace('.', '/') + "/" + EventTypes.revisionOf(type) + ".json";
        try (InputStream sample = getClass().getResourceAsStream(file)) {
            Object event = JsonMapper.shared().readValue(sample, type);
            String impersonal = Sentences.of(Impersonal.copy(event)).predicate();
            for (RecordComponent component : type.getRecordComponents()) {
                Object value = component.getAccessor().invoke(event);
                if (component.isAnnotationPresent(PersonalData.class)) {
                    assertThat(impersonal).doesNotContain(String.valueOf(value));
                }
                if (component.isAnnotationPresent(DataSubject.class)) {
                    assertThat(Sentences.of(event).concerns()).isEqualTo(value);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Computer, Firefox, Linux, signed in with Firefox on Linux",
        "Other, curl, Other, signed in with curl",
        "Phone, Other, Android, signed in on Android",
        "Tablet, Other, Other, signed in on a tablet",
        "Other, Other, Other, signed in",
        ", , , signed in"
    })
    void speakOfDevicesAsPeopleDo(
            @Nullable String device,
            @Nullable String browser,
            @Nullable String system,
            String sentence) {
        SessionStarted event =
                new SessionStarted(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        device,
                        browser,
                        system,
                        null,
                        Instant.EPOCH);

        assertThat(Sentences.of(event).predicate()).isEqualTo(sentence);
    }

    static Stream<Arguments> spoken() {
        UUID id = new UUID(0, 1);
        return Stream.of(
                arguments(
                        new QuestionAnswered(id, id, null, null, null, 2, 14_276),
                        "answered Ada with 2 rows in 14.3 s"),
                arguments(
                        new ToolAnswered(id, id, "run_query", 1, 9, 125_000),
                        "got 1 row from run_query for Ada in 2 min 5 s"),
                arguments(
                        new ToolFailed(id, id, "run_query", "timed-out", "Late.", 1),
                        "got no answer from run_query for Ada (timed out): “Late.”"),
                arguments(
                        new ConnectionLost(id, id, "wrong-password"),
                        "lost a connection of Ada: wrong password"),
                arguments(
                        new DetailsRetired(id, Instant.EPOCH, 1, 701, 8, "", ""),
                        "retired 1 detail from the log"),
                arguments(
                        new DetailsRetired(id, Instant.EPOCH, 20, 14_020, 99, "", ""),
                        "retired 20 details from the log"));
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void countAndTimeAsPeopleDo(Object event, String sentence) {
        assertThat(Sentences.of(event).predicate(null).replace(Sentence.WHOM, "Ada"))
                .isEqualTo(sentence);
    }

    @Test
    void flattenStatements() {
        UUID id = UUID.fromString("019a0000-0000-7000-8000-000000000001");
        ToolCalled called =
                new ToolCalled(
                        id,
                        id,
                        id,
                        null,
                        "run_query",
                        "{\"sql\":\"select 1\\n  from \\\"Shop\\\"\"}");

        assertThat(Sentences.of(called).predicate())
                .isEqualTo("called the tool run_query: select 1 from \"Shop\"");
    }
}
