package io.daybook.api.mcp.foreign;

import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;

import org.springframework.web.reactive.function.client.WebClientResponseException;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Reads what a foreign server says, without believing it. */
final class ForeignAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./-]{1,128}");
    private static final int LONGEST_TEXT = 4_000;

    private ForeignAnswers() {}

    /** Its tools, without those whose names no client would take. */
    static List<ToolDefinition> tools(List<McpSchema.Tool> tools) {
        return tools.stream()
                .filter(tool -> tool.name() != null && NAME.matcher(tool.name()).matches())
                .map(
                        tool ->
                                new ToolDefinition(
                                        tool.name(),
                                        cut(Objects.requireNonNullElse(tool.title(), tool.name())),
                                        cut(Objects.requireNonNullElse(tool.description(), "")),
                                        Objects.requireNonNullElse(
                                                tool.inputSchema(), Map.of("type", "object"))))
                .toList();
    }

    static ToolResult result(McpSchema.CallToolResult answer, int maxBytes) {
        StringBuilder text = new StringBuilder();
        if (answer.content() != null) {
            answer.content()
                    .forEach(
                            content ->
                                    text.append(text.isEmpty() ? "" : "\n").append(say(content)));
        }
        if (text.isEmpty() && answer.structuredContent() != null) {
            text.append(JSON.writeValueAsString(answer.structuredContent()));
        }
        if (Boolean.TRUE.equals(answer.isError())) {
            throw new ToolFailure(
                    "tool-failed", cut(text.isEmpty() ? "The tool failed." : text.toString()));
        }
        boolean truncated = text.length() > maxBytes;
        String shown = truncated ? text.substring(0, maxBytes) : text.toString();
        return new ToolResult(
                List.of(),
                List.of(),
                truncated,
                shown.getBytes(StandardCharsets.UTF_8).length,
                0,
                shown);
    }

    static ToolFailure failure(Throwable failure, ForeignAddress address) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ToolFailure known -> {
                    return known;
                }
                case McpError said -> {
                    return new ToolFailure(
                            "tool-failed",
                            "The MCP server says: " + cut(String.valueOf(said.getMessage())));
                }
                case TimeoutException late -> {
                    return new ToolFailure(
                            "timed-out", address.server() + " did not answer in time.");
                }
                case WebClientResponseException refused -> {
                    return status(refused.getStatusCode().value(), address);
                }
                default -> {
                    // looked at below
                }
            }
        }
        return new ToolFailure(
                "unreachable",
                "No MCP server answers at " + address.server() + ". Check the address.");
    }

    private static ToolFailure status(int status, ForeignAddress address) {
        return status == 401 || status == 403
                ? new ToolFailure(
                        "wrong-password", "The token is not right for " + address.server() + ".")
                : new ToolFailure(
                        "unreachable",
                        address.server() + " answers " + status + " instead of speaking MCP.");
    }

    private static String say(McpSchema.Content content) {
        return content instanceof McpSchema.TextContent text
                ? String.valueOf(text.text())
                : "[" + content.type() + "]";
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }
}
