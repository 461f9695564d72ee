package io.daybook.api.assistant.models;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * The language models that may be asked; one without a key is not offered.
 *
 * @param timeout how long one answer of a model may take
 * @param rounds how often a model may call tools before it must answer
 */
@ConfigurationProperties("daybook.models")
public record ModelSettings(
        @DefaultValue OpenAi openai,
        @DefaultValue Gemini gemini,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("8") int rounds) {

    /** Any server that speaks OpenAI's chat completions, also a local one. */
    public record OpenAi(
            @Nullable String apiKey,
            @DefaultValue("https://api.openai.com/v1") String baseUrl,
            @DefaultValue("gpt-5-mini") String model) {

        @Override
        public String toString() {
            return "OpenAi[" + baseUrl + ", " + model + "]";
        }
    }

    /** Google's Gemini. */
    public record Gemini(
            @Nullable String apiKey,
            @DefaultValue("https://generativelanguage.googleapis.com/v1beta") String baseUrl,
            @DefaultValue("gemini-2.5-flash") String model) {

        @Override
        public String toString() {
            return "Gemini[" + baseUrl + ", " + model + "]";
        }
    }
}
