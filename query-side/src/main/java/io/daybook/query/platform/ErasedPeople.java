package io.daybook.query.platform;

import io.daybook.messages.identity.UserErased;
import io.daybook.platform.bus.Automations;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Takes people who were erased out of the generations that nothing feeds at the moment (a rebuild
 * that pauses), which would not learn of it, and out of what automations have parked. A generation
 * that cannot be cleaned, being of an older declaration, is dropped.
 */
@ProcessingGroup(ErasedPeople.GROUP)
public final class ErasedPeople {

    static final String GROUP = "erased-people";

    private static final Logger LOG = LoggerFactory.getLogger(ErasedPeople.class);

    private final List<Projection> projections;
    private final Generations generations;
    private final GenerationRows rows;
    private final TransactionOperations transactions;
    private final DataSource dataSource;
    private final Parking parking;
    private final Automations automations;

    ErasedPeople(
            List<Projection> projections,
            Generations generations,
            GenerationRows rows,
            TransactionOperations transactions,
            DataSource dataSource,
            Parking parking,
            Automations automations) {
        this.projections = projections;
        this.generations = generations;
        this.rows = rows;
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.parking = parking;
        this.automations = automations;
    }

    @EventHandler
    void on(UserErased event) {
        automations.forgetErased();
        List<Generation> all = rows.all();
        for (Projection projection : projections) {
            all.stream()
                    .filter(each -> each.projection().equals(projection.name()))
                    .filter(each -> !each.isFed(projection))
                    .forEach(each -> forget(projection, each, event.userId()));
        }
    }

    private void forget(Projection projection, Generation generation, UUID person) {
        if (!generation.fits(projection)) {
            LOG.info(
                    "Generation {} of {} cannot forget somebody who was erased; it is dropped",
                    generation.number(),
                    generation.projection());
            generations.drop(generation);
            return;
        }
        transactions.executeWithoutResult(
                status -> {
                    flush(Erased.from(projection, generation, person));
                    parking.forget(new Fold(projection, generation, parking), generation, person);
                });
    }

    private void flush(Batch batch) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            batch.flush(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("An old generation could not be changed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
