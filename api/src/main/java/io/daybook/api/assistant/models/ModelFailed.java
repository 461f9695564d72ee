package io.daybook.api.assistant.models;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.RetriableException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Serial;

/** A model gave no answer; the message never repeats what the model's server said. */
final class ModelFailed extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final boolean passing;

    ModelFailed(String message, boolean passing) {
        super(message, null, false, false);
        this.passing = passing;
    }

    /** Whether the same request may work a moment later. */
    boolean passing() {
        return passing;
    }

    static ModelFailed of(@Nullable Throwable cause) {
        return switch (cause) {
            case ModelFailed known -> known;
            case AuthenticationException refused -> new ModelFailed("Its key was refused.", false);
            case RateLimitException busy -> new ModelFailed("It is busy.", true);
            case RetriableException passing -> new ModelFailed("It failed for the moment.", true);
            case HttpException http when http.statusCode() == 429 ->
                    new ModelFailed("It is busy.", true);
            case HttpException http when http.statusCode() >= 500 ->
                    new ModelFailed("It failed for the moment.", true);
            case IOException broken -> new ModelFailed("It could not be reached.", true);
            case null, default -> new ModelFailed("It gave no usable answer.", false);
        };
    }
}
