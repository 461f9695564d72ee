package io.daybook.api.mcp;

import java.util.Map;

/** A tool as MCP describes it; the input schema is JSON Schema. */
public record ToolDefinition(
        String name, String title, String description, Map<String, Object> inputSchema) {}
