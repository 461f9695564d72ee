package io.daybook.platform.bus;

import io.daybook.platform.SteadyClock;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * How the event processors of automations run: one segment, starting at the head of the log,
 * because an automation never acts on the past.
 */
public final class ProcessorDefaults implements ConfigurerModule {

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration(
                        (configuration, builder) ->
                                builder.coordinatorExecutor(BriskExecutor::new)
                                        .clock(new SteadyClock())
                                        .initialSegmentCount(1)
                                        .batchSize(50)
                                        .initialToken(StreamableMessageSource::createHeadToken));
    }
}
