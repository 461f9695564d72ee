package io.daybook.query.platform;

import io.daybook.messages.Refusal;
import io.daybook.platform.bus.Metadata;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Lets a query that names a position wait (at most 3 s) until its read model has come that far, and
 * refuses one whose read model cannot be shown yet.
 */
final class PositionInterceptor implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Projections projections;
    private final Courtesy courtesy;

    PositionInterceptor(Projections projections, Courtesy courtesy) {
        this.projections = projections;
        this.courtesy = courtesy;
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends QueryMessage<?, ?>> unit, InterceptorChain chain)
            throws Exception {
        QueryMessage<?, ?> query = unit.getMessage();
        projections.requireReady(query.getPayloadType());
        courtesy.note();
        if (query.getMetaData().get(Metadata.POSITION) instanceof Number position
                && !projections.await(query.getPayloadType(), position.longValue(), PATIENCE)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "read-model-behind",
                    "What was just changed is stored but cannot be shown yet. Try again in a"
                            + " moment.");
        }
        return chain.proceed();
    }
}
