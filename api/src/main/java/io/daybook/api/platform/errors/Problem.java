package io.daybook.api.platform.errors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a client is told of a failure (RFC 9457); the type is a slug under {@code /problems/}. */
public record Problem(
        HttpStatusCode status,
        String type,
        String detail,
        List<FieldProblem> errors,
        Map<String, Object> facts,
        @Nullable Duration retryAfter) {

    /** What is wrong with one field; the message goes on where its name ends. */
    public record FieldProblem(String field, String message) {

        String sentence(String kind) {
            return "The %s \"%s\" %s.".formatted(kind, field, message);
        }
    }

    static Problem of(HttpStatusCode status, String type, String detail) {
        return new Problem(status, type, detail, List.of(), Map.of(), null);
    }

    Problem with(List<FieldProblem> fields) {
        return new Problem(status, type, detail, fields, facts, retryAfter);
    }

    Problem with(Map<String, Object> moreFacts) {
        return new Problem(status, type, detail, errors, moreFacts, retryAfter);
    }

    Problem after(Duration wait) {
        return new Problem(status, type, detail, errors, facts, wait);
    }

    /** The members as they are written. */
    Map<String, Object> members(String instance, String requestId, Optional<String> traceId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/problems/" + type);
        members.put("title", title());
        members.put("status", status.value());
        members.put("detail", detail);
        members.put("instance", instance);
        members.put("requestId", requestId);
        traceId.ifPresent(id -> members.put("traceId", id));
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        facts.forEach(members::putIfAbsent);
        return members;
    }

    private String title() {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
