package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What the API says of itself, and that docs/openapi.json says the same: with -Ddocs.write=true it
 * writes the file instead.
 */
final class DescriptionTest extends WorkspaceTest {

    private static final Path FILE = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode document = document();

    DescriptionTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void saysWhatEachOperationIsForAndWhatItNeeds() {
        List<JsonNode> operations =
                document.path("paths").values().stream()
                        .flatMap(path -> path.values().stream())
                        .toList();

        assertThat(operations).hasSizeGreaterThan(60).allMatch(one -> one.has("summary"));
        assertThat(operations).extracting(one -> one.path("operationId")).doesNotHaveDuplicates();
        assertThat(document.at("/paths/~1api~1projects/post/x-permission").asString())
                .isEqualTo("projects:write");
        assertThat(document.at("/paths/~1api~1live/get/responses/200/content").propertyNames())
                .containsExactly("text/event-stream");
        assertThat(document.at("/components/schemas/ProjectResource/description").asString())
                .isEqualTo("A project as clients see it; the version is its `ETag`.");
    }

    @Test
    void isTheDocumentThatClientsAreCheckedAgainst() throws IOException {
        String told = JSON.writeValueAsString(document) + "\n";
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, told);
        }

        assertThat(Files.readString(FILE)).isEqualTo(told);
    }

    /** Without the address of this server, which differs in each run. */
    private ObjectNode document() {
        byte[] answer =
                client.get()
                        .uri("/api/openapi.json")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent();
        ObjectNode document = (ObjectNode) JSON.readTree(Objects.requireNonNull(answer));
        document.remove("servers");
        return document;
    }
}
