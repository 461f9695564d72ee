package io.daybook.api.platform;

import org.springframework.http.HttpStatus;

import java.io.Serial;
import java.util.Map;

/**
 * A failure that an endpoint wants told in its own words; the facts become further members of the
 * problem (RFC 9457, 3.2).
 */
public class ProblemException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final transient Map<String, Object> facts;

    /** With a stable type, the slug under {@code /problems/}, and a sentence for a person. */
    public ProblemException(HttpStatus status, String type, String detail) {
        this(status, type, detail, Map.of());
    }

    public ProblemException(
            HttpStatus status, String type, String detail, Map<String, Object> facts) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.facts = facts;
    }

    public HttpStatus status() {
        return status;
    }

    /** The sentence for a person. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public String type() {
        return type;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
