package io.daybook.api.mcp.postgres;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a plan says of the functions, operators and types that the planner really resolved, whatever
 * the statement looked like.
 *
 * @param functions names that are called
 * @param code the expressions without their literals
 * @param width bytes of a row, as the planner estimates
 */
record PlanReading(Set<String> functions, List<String> code, int width) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads the JSON that EXPLAIN (VERBOSE) answers. */
    static PlanReading of(String json) {
        JsonNode plan = JSON.readTree(json);
        PlanReading reading =
                new PlanReading(
                        new HashSet<>(), new ArrayList<>(), plan.at("/0/Plan/Plan Width").asInt(0));
        reading.visit(plan);
        return reading;
    }

    private void visit(JsonNode node) {
        if (node.isString()) {
            expression(node.stringValue());
        } else if (node.isObject()) {
            JsonNode function = node.get("Function Name");
            if (function != null && function.isString()) {
                functions.add(function.stringValue());
            }
            node.values().forEach(this::visit);
        } else if (node.isArray()) {
            node.values().forEach(this::visit);
        }
    }

    private void expression(String text) {
        ExpressionScanner scanner = new ExpressionScanner(text);
        functions.addAll(scanner.calls());
        code.add(scanner.code());
    }
}
