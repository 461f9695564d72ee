package io.daybook.query.platform;

import io.daybook.platform.bus.Fault;
import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/**
 * Feeds events to one generation of a projection: gathers a batch, writes it before the unit of
 * work commits.
 */
final class ProjectionInvoker implements EventHandlerInvoker {

    private static final String BATCH = "daybook.batch";

    private final Fold fold;
    private final DataSource dataSource;
    private final Feed feed;

    ProjectionInvoker(Fold fold, DataSource dataSource, Feed feed) {
        this.fold = fold;
        this.dataSource = dataSource;
        this.feed = feed;
    }

    // Every event passes, also those without effect: so the place that was reached is known after
    // each batch.
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        TrackedEventMessage<?> tracked = (TrackedEventMessage<?>) event;
        Gathered gathered = unit.getOrComputeResource(BATCH, key -> begin(unit));
        gathered.add(tracked);
    }

    // The processor has stored its token by then, in this transaction: nobody swaps generations
    // before it ends.
    private Gathered begin(UnitOfWork<?> unit) {
        Gathered gathered = new Gathered();
        unit.onPrepareCommit(same -> gathered.live = write(gathered.events));
        unit.afterCommit(same -> feed.reached(gathered.token(), gathered.live));
        return gathered;
    }

    private boolean write(List<Noted> events) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            return fold.write(connection, events);
        } catch (SQLException e) {
            feed.failed(Fault.words(e));
            throw new IllegalStateException("A batch could not be written", e);
        } catch (RuntimeException e) {
            feed.failed(Fault.words(e));
            throw e;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void performReset() {
        throw new IllegalStateException(
                "A projection is rebuilt as a new generation, never reset in place");
    }

    @Override
    public <R> void performReset(R resetContext) {
        performReset();
    }

    /** The events of a batch, and what became of it. */
    private static final class Gathered {

        private final List<Noted> events = new ArrayList<>();
        private @Nullable TrackingToken token;
        private boolean live;

        void add(TrackedEventMessage<?> event) {
            events.add(new Noted(event, LogToken.positionOf(event)));
            token = event.trackingToken();
        }

        TrackingToken token() {
            return Objects.requireNonNull(token);
        }
    }
}
