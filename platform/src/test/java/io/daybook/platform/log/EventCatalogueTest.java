package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

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
        person marked with 👤, and read as absent after that person is erased. Who reads and who answers
        each event is on the page *Administration → Events* and at `GET /api/events`. What is kept *as set* are
        details, which leave the log after the time that an administrator sets (for ever, unless one does).

        | event | revision | kept | fields |
        |---|---|---|---|
        """
                + EventCatalogue.kinds().stream()
                        .map(EventCatalogueTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(EventCatalogue.Kind kind) {
        String fields =
                kind.fields().stream()
                        .map(EventCatalogueTest::field)
                        .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        kind.name(),
                        kind.revision(),
                        kind.detail() ? "as set" : "for ever",
                        fields);
    }

    private static String field(EventCatalogue.Field field) {
        String mark = field.personal() ? " 🔒" : field.subject() ? " 👤" : "";
        return field.name() + " " + field.type() + mark;
    }
}
