package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Feeds events to one generation of a projection: gathers a batch, writes it before the unit of
 * work commits.
 */
final class ProjectionInvoker implements EventHandlerInvoker {

    private static final String BATCH = "daybook.batch";
    private static final String TOKEN = "daybook.token";

    private final Projection projection;
    private final String schema;
    private final DataSource dataSource;
    private final Feed feed;

    ProjectionInvoker(Projection projection, String schema, DataSource dataSource, Feed feed) {
        this.projection = projection;
        this.schema = schema;
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
        Batch batch = unit.getOrComputeResource(BATCH, key -> begin(unit));
        TrackedEventMessage<?> tracked = (TrackedEventMessage<?>) event;
        unit.resources().put(TOKEN, tracked.trackingToken());
        try {
            projection.apply(event, LogToken.positionOf(tracked), batch);
        } catch (RuntimeException e) {
            feed.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private Batch begin(UnitOfWork<?> unit) {
        Batch batch = new Batch(schema);
        unit.onPrepareCommit(same -> flush(batch));
        unit.afterCommit(same -> feed.reached(unit.getResource(TOKEN)));
        return batch;
    }

    private void flush(Batch batch) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            batch.flush(connection);
        } catch (SQLException e) {
            feed.failed(String.valueOf(e.getMessage()));
            throw new IllegalStateException(
                    "The projection " + projection.name() + " could not be written", e);
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
}
