package io.daybook.api.platform.observing;

import io.daybook.messages.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

import java.time.Duration;
import java.util.Locale;

/**
 * Times commands or queries by their kind, until they are committed; the kinds are classes of the
 * code, so there are only so many.
 */
final class MessageTimers implements MessageHandlerInterceptor<Message<?>> {

    private static final Duration[] BOUNDS =
            new Duration[] {
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5)
            };

    private final MeterRegistry meters;
    private final String kind;

    /**
     * Makes timers {@code daybook.<kind>s}.
     *
     * @param kind {@code command} or {@code query}, also the name of the tag
     */
    MessageTimers(MeterRegistry meters, String kind) {
        this.meters = meters;
        this.kind = kind;
    }

    @Override
    public Object handle(UnitOfWork<? extends Message<?>> work, InterceptorChain chain)
            throws Exception {
        Timer.Sample sample = Timer.start(meters);
        String name = work.getMessage().getPayloadType().getSimpleName();
        work.onCleanup(done -> sample.stop(timer(name, outcome(done))));
        return chain.proceed();
    }

    private Timer timer(String name, Outcome outcome) {
        return Timer.builder("daybook." + kind)
                .description("Time of handling, by kind and outcome")
                .tag("type", name)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }

    private static Outcome outcome(UnitOfWork<?> work) {
        if (!work.isRolledBack()) {
            return Outcome.DONE;
        }
        Throwable failure =
                work.getExecutionResult() == null
                        ? null
                        : work.getExecutionResult().getExceptionResult();
        return failure instanceof Refusal ? Outcome.REFUSED : Outcome.FAILED;
    }

    private enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }
}
