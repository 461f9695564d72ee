package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps docs/events.md equal to the events and to those who take them up: with -Ddocs.write=true it
 * writes the page instead.
 */
final class EventCatalogueTest extends WorkspaceTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    EventCatalogueTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void theCatalogueSaysWhatTheCodeSays() throws IOException {
        String catalogue = catalogue(items(anna, "/api/events", new Written("", "0", "")));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, catalogue);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(catalogue);
    }

    private static String catalogue(List<JsonNode> events) {
        Set<String> everywhere = new LinkedHashSet<>(texts(events.getFirst().path("readModels")));
        events.forEach(event -> everywhere.retainAll(texts(event.path("readModels"))));
        return """
        # Events

        Generated from the code by `EventCatalogueTest`; `mvn -pl api -am test -Dtest=EventCatalogueTest
        -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true` writes it anew. Fields marked with 🔒 are stored
        encrypted with the key of the person marked with 👤, and read as absent after that person is erased. Every
        event is read by the read models %s; the others that read it are named, and so are the automations
        that act upon it (in *italics*). The same is on the page *Administration → Events* and at `GET /api/events`.
        What is kept *as set* are details, which leave the log after the time that an administrator sets (for ever,
        unless one does).

        | event | revision | kept | fields | handled by |
        |---|---|---|---|---|
        """
                        .formatted(named("`%s`", everywhere).replace(", ", " and "))
                + events.stream()
                        .map(event -> row(event, everywhere))
                        .collect(Collectors.joining());
    }

    private static String row(JsonNode event, Set<String> everywhere) {
        List<String> readers =
                texts(event.path("readModels")).stream()
                        .filter(reader -> !everywhere.contains(reader))
                        .toList();
        List<String> automations = texts(event.path("automations"));
        String between = readers.isEmpty() || automations.isEmpty() ? "" : ", ";
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        event.path("name").asString(),
                        event.path("revision").asString(),
                        event.path("detail").asBoolean() ? "as set" : "for ever",
                        event.path("fields")
                                .valueStream()
                                .map(EventCatalogueTest::field)
                                .collect(Collectors.joining(", ")),
                        named("`%s`", readers) + between + named("*%s*", automations));
    }

    private static String field(JsonNode field) {
        String mark =
                field.path("personal").asBoolean()
                        ? " 🔒"
                        : field.path("subject").asBoolean() ? " 👤" : "";
        return field.path("name").asString() + " " + field.path("type").asString() + mark;
    }

    private static String named(String form, Collection<String> names) {
        return names.stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
