package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps docs/events.md equal to the events: with -Ddocs.write=true it writes the page instead. */
class EventCatalogueTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void theCatalogueSaysWhatTheCodeSays() throws IOException {
        String catalogue = catalogue();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, catalogue);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(catalogue);
    }

    private static String catalogue() {
        return """
        # Events

        Generated from the code by `EventCatalogueTest`; `mvn -pl platform -am test -Dtest=EventCatalogueTest
        -Ddocs.write=true` writes it anew. Fields marked with 🔒 are stored encrypted with the key of the
        person marked with 👤, and read as absent after that person is erased.

        | event | revision | fields |
        |---|---|---|
        """
                + EventTypes.all().entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String name, Class<?> type) {
        String fields =
                Stream.of(type.getRecordComponents())
                        .map(EventCatalogueTest::field)
                        .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |%n".formatted(name, EventTypes.revisionOf(type), fields);
    }

    private static String field(RecordComponent component) {
        String mark =
                component.isAnnotationPresent(PersonalData.class)
                        ? " 🔒"
                        : component.isAnnotationPresent(DataSubject.class) ? " 👤" : "";
        return component.getName() + " " + component.getType().getSimpleName() + mark;
    }
}
