package io.daybook.api.mcp.endpoint;

import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;
import io.modelcontextprotocol.spec.McpSchema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** Says an answer in MCP, once: rows as compact JSON text, which every client passes on. */
final class CallAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CallAnswers() {}

    static McpSchema.CallToolResult of(ToolResult result) {
        String text =
                result.text() != null
                        ? result.text()
                        : JSON.writeValueAsString(
                                new Table(result.columns(), result.rows(), result.truncated()));
        return McpSchema.CallToolResult.builder().addTextContent(text).isError(false).build();
    }

    static McpSchema.CallToolResult of(ToolFailure failure) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(failure.getMessage() + " (" + failure.reason() + ")")
                .isError(true)
                .build();
    }

    /** What an agent reads. */
    private record Table(
            List<ToolResult.Column> columns,
            List<List<@Nullable Object>> rows,
            boolean truncated) {}
}
