package io.daybook.api.assistant.models;

import dev.langchain4j.model.chat.StreamingChatModel;

/** A language model that is configured: its short name, its name for people, the way to it. */
public record Model(String id, String label, StreamingChatModel chat, Breaker breaker) {

    /** Not for a while after it failed several times. */
    public boolean available() {
        return breaker.allows();
    }
}
