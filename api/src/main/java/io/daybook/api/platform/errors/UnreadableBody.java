package io.daybook.api.platform.errors;

import io.daybook.api.platform.errors.Problem.FieldProblem;

import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpStatus;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a body without repeating what it holds. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(DecodingException failure) {
        return switch (failure.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    of("unknown-field", path(unknown), "is not known here");
            case InvalidFormatException odd
                    when odd.getTargetType() == String.class && odd.getValue() instanceof String ->
                    of("unusable-character", path(odd), "holds the character NUL");
            case MismatchedInputException wrong when !wrong.getPath().isEmpty() ->
                    of("wrong-type", path(wrong), "is of the wrong type");
            case null, default ->
                    Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "malformed-body",
                            "The body is not the JSON that is expected here.");
        };
    }

    private static Problem of(String type, String field, String message) {
        FieldProblem wrong = new FieldProblem(field, message);
        return Problem.of(HttpStatus.BAD_REQUEST, type, wrong.sentence("field"))
                .with(List.of(wrong));
    }

    private static String path(JacksonException failure) {
        String path =
                failure.getPath().stream()
                        .map(
                                step ->
                                        step.getPropertyName() == null
                                                ? "[" + step.getIndex() + "]"
                                                : step.getPropertyName())
                        .collect(Collectors.joining("."));
        return path.length() > 100 ? path.substring(0, 100) : path;
    }
}
