package io.daybook.api.assistant.models;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The models that the environment configures, in the order in which they stand in for one another.
 */
public final class Models {

    /** The name of the analyst that needs no model. */
    public static final String BUILT_IN = "built-in";

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final List<Model> configured;

    public Models(ModelSettings settings, Clock clock) {
        List<Model> models = new ArrayList<>();
        Optional.ofNullable(settings.openai().apiKey())
                .filter(key -> !key.isBlank())
                .ifPresent(key -> models.add(openAi(settings, key, clock)));
        Optional.ofNullable(settings.gemini().apiKey())
                .filter(key -> !key.isBlank())
                .ifPresent(key -> models.add(gemini(settings, key, clock)));
        this.configured = List.copyOf(models);
    }

    public List<Model> configured() {
        return configured;
    }

    /** Whether a name is one that can be asked for. */
    public boolean knows(String id) {
        return id.equals(BUILT_IN) || configured.stream().anyMatch(model -> model.id().equals(id));
    }

    /** The first configured one, else the built-in analyst. */
    public String usual() {
        return configured.isEmpty() ? BUILT_IN : configured.getFirst().id();
    }

    /** The wanted one first, then the others. */
    List<Model> startingWith(String id) {
        List<Model> order =
                new ArrayList<>(
                        configured.stream().filter(model -> model.id().equals(id)).toList());
        configured.stream().filter(model -> !model.id().equals(id)).forEach(order::add);
        return order;
    }

    private static Model openAi(ModelSettings settings, String key, Clock clock) {
        ModelSettings.OpenAi openai = settings.openai();
        OpenAiStreamingChatModel chat =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(client(settings.timeout()))
                        .baseUrl(openai.baseUrl())
                        .apiKey(key)
                        .modelName(openai.model())
                        .timeout(settings.timeout())
                        .logRequests(false)
                        .logResponses(false)
                        .build();
        return new Model("openai", openai.model(), chat, new Breaker(clock));
    }

    private static Model gemini(ModelSettings settings, String key, Clock clock) {
        ModelSettings.Gemini gemini = settings.gemini();
        GoogleAiGeminiStreamingChatModel chat =
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(client(settings.timeout()))
                        .baseUrl(gemini.baseUrl())
                        .apiKey(key)
                        .modelName(gemini.model())
                        .timeout(settings.timeout())
                        .logRequestsAndResponses(false)
                        .build();
        return new Model("gemini", gemini.model(), chat, new Breaker(clock));
    }

    /**
     * One client for each model, its reading on virtual threads: one that hangs holds nobody else.
     */
    private static JdkHttpClientBuilder client(Duration timeout) {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(
                        HttpClient.newBuilder()
                                .executor(Executors.newVirtualThreadPerTaskExecutor()))
                .connectTimeout(CONNECT)
                .readTimeout(timeout);
    }
}
