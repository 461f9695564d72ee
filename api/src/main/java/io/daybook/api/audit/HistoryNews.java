package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.LiveSource;
import io.daybook.api.platform.Permission;

import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;

import java.time.Duration;

/**
 * Tells those who may read everybody's history how far the log has come, not what is in it: a page
 * then asks for what is newer than it shows, with the filter of its own.
 */
final class HistoryNews implements LiveSource {

    private static final String EVENT = "grown";
    private static final Duration PACE = Duration.ofMillis(250);

    private final ActivityNews news;

    HistoryNews(ActivityNews news) {
        this.news = news;
    }

    @Override
    public Flux<ServerSentEvent<?>> news(Caller caller) {
        if (!Permission.AUDIT_READ.granted(caller.role())) {
            return Flux.empty();
        }
        return news.positions()
                .sample(PACE)
                .onBackpressureLatest()
                .map(position -> ServerSentEvent.builder(new Grown(position)).event(EVENT).build());
    }

    /** The position of the newest event. */
    record Grown(long position) {}
}
