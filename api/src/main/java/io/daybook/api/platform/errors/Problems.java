package io.daybook.api.platform.errors;

import io.daybook.api.platform.ProblemException;
import io.daybook.messages.Refusal;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Which failure is told as which problem; empty for those that are our own fault. */
final class Problems {

    private Problems() {}

    static Optional<Problem> of(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case TooManyRequests many ->
                            Problem.of(
                                            HttpStatus.TOO_MANY_REQUESTS,
                                            "too-many-requests",
                                            "Too many requests. Try again later.")
                                    .after(many.retryAfter());
                    case ProblemException own ->
                            Problem.of(own.status(), own.type(), own.detail()).with(own.facts());
                    case Refusal refusal -> refusal(refusal);
                    case CsrfException forged ->
                            Problem.of(
                                    HttpStatus.FORBIDDEN,
                                    "csrf-token-missing",
                                    "The request lacks the header X-XSRF-TOKEN with the value of"
                                            + " the cookie XSRF-TOKEN. Reload the page.");
                    case AccessDeniedException denied -> notAllowed();
                    case AuthenticationException unknown -> signInNeeded();
                    case ServerExchangeRejectedException odd ->
                            Problem.of(
                                    HttpStatus.BAD_REQUEST,
                                    "unusable-address",
                                    "The address, the method or a header holds what has no place"
                                            + " there.");
                    case WebExchangeBindException invalid -> BrokenRules.problem(invalid);
                    case HandlerMethodValidationException invalid -> BrokenRules.problem(invalid);
                    case DataBufferLimitException large -> tooLarge();
                    case DecodingException unreadable -> UnreadableBody.problem(unreadable);
                    case ResponseStatusException status -> status(status);
                    case AggregateNotFoundException unknown ->
                            Problem.of(
                                    HttpStatus.NOT_FOUND, "not-found", "There is no such thing.");
                    case ConcurrencyException busy ->
                            Problem.of(
                                    HttpStatus.CONFLICT,
                                    "changed-meanwhile",
                                    "Somebody else changed this at the same moment. Try again.");
                    case TimeoutException late -> tooLate();
                    default -> null;
                });
    }

    static Problem signInNeeded() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-needed", "Sign in first.");
    }

    static Problem notAllowed() {
        return Problem.of(HttpStatus.FORBIDDEN, "not-allowed", "Your role does not allow this.");
    }

    static Problem ownFault() {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong on our side. The request id helps to find out what.");
    }

    static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body of the request is too large.");
    }

    private static Problem tooLate() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "timed-out",
                "This took too long and was given up. Try again.");
    }

    private static Problem refusal(Refusal refusal) {
        HttpStatus status =
                switch (refusal.kind()) {
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case IMPOSSIBLE -> HttpStatus.BAD_REQUEST;
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case STALE -> HttpStatus.PRECONDITION_FAILED;
                    case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        Problem problem = Problem.of(status, refusal.type(), String.valueOf(refusal.getMessage()));
        return refusal.kind() == Refusal.Kind.BUSY ? problem.after(Duration.ofSeconds(2)) : problem;
    }

    private static @Nullable Problem status(ResponseStatusException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return tooLarge();
            }
            if (cause instanceof DecodingException unreadable) {
                return UnreadableBody.problem(unreadable);
            }
        }
        if (failure instanceof ServerWebInputException input) {
            return UnreadableParameter.problem(input);
        }
        return switch (failure.getStatusCode().value()) {
            case 400 ->
                    Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "bad-request",
                            "The request cannot be understood.");
            case 404 -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
            case 405 ->
                    Problem.of(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "method-not-allowed",
                            "This method is not possible here.");
            case 406 ->
                    Problem.of(
                            HttpStatus.NOT_ACCEPTABLE,
                            "not-acceptable",
                            "There is no answer in a form that the client accepts.");
            case 413 -> tooLarge();
            case 415 ->
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "Send the body as application/json.");
            case 500 -> null;
            default ->
                    Problem.of(
                            failure.getStatusCode(), "refused", "The request cannot be answered.");
        };
    }
}
