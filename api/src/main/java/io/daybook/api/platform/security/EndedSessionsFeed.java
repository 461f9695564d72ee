package io.daybook.api.platform.security;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;

import java.time.Clock;

/** Feeds {@link EndedSessions} on every node: nothing is stored, each start looks back. */
final class EndedSessionsFeed implements ConfigurerModule {

    private final EndedSessions ended;
    private final Clock clock;

    EndedSessionsFeed(EndedSessions ended, Clock clock) {
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerTokenStore(EndedSessions.GROUP, configuration -> new InMemoryTokenStore())
                .registerPooledStreamingEventProcessor(
                        EndedSessions.GROUP,
                        Configuration::eventStore,
                        (configuration, builder) ->
                                builder.initialSegmentCount(1)
                                        .initialToken(
                                                log ->
                                                        log.createTokenAt(
                                                                clock.instant()
                                                                        .minus(ended.lookBack()))));
    }
}
