package io.daybook.api.platform.errors;

import io.daybook.api.platform.errors.Problem.FieldProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Says which parameter of a request cannot be read, and what it should have been. */
final class UnreadableParameter {

    private UnreadableParameter() {}

    /** With the name of the parameter, where it is known. */
    static Problem problem(ServerWebInputException failure) {
        if (failure instanceof MissingRequestValueException missing) {
            return of(new FieldProblem(missing.getName(), "is missing"));
        }
        MethodParameter parameter = failure.getMethodParameter();
        String name = parameter == null ? null : parameter.getParameterName();
        return name != null && failure.getCause() instanceof TypeMismatchException mismatch
                ? of(new FieldProblem(name, expected(mismatch)))
                : Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-request",
                        "The request cannot be understood: a parameter or the body is missing or of"
                                + " the wrong kind.");
    }

    /** What is wrong with one of several parameters that are read together. */
    static FieldProblem of(FieldError error) {
        String message = error.getDefaultMessage();
        return new FieldProblem(
                error.getField(),
                error.contains(TypeMismatchException.class)
                        ? expected(error.unwrap(TypeMismatchException.class))
                        : message == null ? "is not valid" : message);
    }

    private static Problem of(FieldProblem wrong) {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-request", wrong.sentence("parameter"))
                .with(List.of(wrong));
    }

    private static String expected(TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        if (type == UUID.class) {
            return "is not an identifier (a UUID)";
        } else if (type == Instant.class) {
            return "is not a time like 2026-03-01T12:00:00Z";
        } else if (isNumber(type)) {
            return "is not a whole number, or one too large";
        }
        return type == boolean.class ? "is neither true nor false" : "is of the wrong kind";
    }

    private static boolean isNumber(@Nullable Class<?> type) {
        return type == int.class
                || type == long.class
                || (type != null && Number.class.isAssignableFrom(type));
    }
}
