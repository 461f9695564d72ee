package io.daybook.api.platform.errors;

import io.daybook.api.platform.errors.Problem.FieldProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which field or parameter breaks a rule; the words are in ValidationMessages.properties. */
final class BrokenRules {

    private static final Pattern INDEX = Pattern.compile("\\[\\d*]$");

    private BrokenRules() {}

    /** Of a body, or of parameters that are read together. */
    static Problem problem(WebExchangeBindException invalid) {
        List<FieldProblem> wrong =
                invalid.getFieldErrors().stream().map(UnreadableParameter::of).toList();
        MethodParameter read = invalid.getMethodParameter();
        return read != null && read.hasParameterAnnotation(RequestBody.class)
                ? problem("field", wrong)
                : problem("parameter", wrong.stream().map(BrokenRules::asWritten).toList());
    }

    /** Of parameters that are read one by one. */
    static Problem problem(HandlerMethodValidationException invalid) {
        return problem(
                "parameter",
                invalid.getParameterValidationResults().stream()
                        .flatMap(BrokenRules::wrong)
                        .toList());
    }

    private static Stream<FieldProblem> wrong(ParameterValidationResult result) {
        String name = said(result.getMethodParameter().getParameterName(), "parameter");
        return result.getResolvableErrors().stream()
                .map(
                        error ->
                                new FieldProblem(
                                        name, said(error.getDefaultMessage(), "is not valid")));
    }

    private static String said(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    // Where a parameter is given several times, we count its values, the caller does not.
    private static FieldProblem asWritten(FieldProblem wrong) {
        return new FieldProblem(INDEX.matcher(wrong.field()).replaceFirst(""), wrong.message());
    }

    private static Problem problem(String kind, List<FieldProblem> wrong) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid",
                        wrong.isEmpty()
                                ? "The request breaks a rule."
                                : wrong.getFirst().sentence(kind))
                .with(wrong);
    }
}
