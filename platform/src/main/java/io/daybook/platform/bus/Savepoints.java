package io.daybook.platform.bus;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

import javax.sql.DataSource;

/**
 * A savepoint before each event of an automation: what a failed handler has written is taken back,
 * and the transaction of the batch stays usable for parking the event.
 */
final class Savepoints implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String SAVEPOINT = "daybook.savepoint";

    private final DataSource dataSource;

    Savepoints(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            unit.root().resources().put(SAVEPOINT, connection.setSavepoint());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        return chain.proceed();
    }

    /** Takes back what was written since the last event began. */
    void rollBack() {
        Savepoint savepoint = CurrentUnitOfWork.get().root().getResource(SAVEPOINT);
        if (savepoint == null) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            throw new IllegalStateException("A failed event could not be taken back", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
