package io.daybook.api.assistant.models;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One answer of a model, waited for on the caller's thread; an interruption closes the stream. */
final class Reply implements StreamingChatResponseHandler {

    private final CompletableFuture<AiMessage> done = new CompletableFuture<>();
    private final Consumer<String> words;
    private volatile @Nullable StreamingHandle handle;

    private Reply(Consumer<String> words) {
        this.words = words;
    }

    /** Asks and waits; the words are told as they come, on another thread. */
    static AiMessage to(
            StreamingChatModel model,
            ChatRequest request,
            Duration timeout,
            Consumer<String> words) {
        Reply reply = new Reply(words);
        model.chat(request, reply);
        try {
            return reply.done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            reply.cancel();
            Thread.currentThread().interrupt();
            throw new ModelFailed("It was stopped.", false);
        } catch (TimeoutException late) {
            reply.cancel();
            throw new ModelFailed("It took too long.", false);
        } catch (ExecutionException failed) {
            throw ModelFailed.of(failed.getCause());
        }
    }

    private void cancel() {
        done.cancel(false);
        StreamingHandle open = handle;
        if (open != null) {
            open.cancel();
        }
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        handle = context.streamingHandle();
        if (done.isDone()) {
            context.streamingHandle().cancel();
        } else {
            words.accept(part.text());
        }
    }

    @Override
    public void onPartialToolCall(PartialToolCall part, PartialToolCallContext context) {
        handle = context.streamingHandle();
        if (done.isDone()) {
            context.streamingHandle().cancel();
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        done.complete(response.aiMessage());
    }

    @Override
    public void onError(Throwable error) {
        done.completeExceptionally(error);
    }
}
