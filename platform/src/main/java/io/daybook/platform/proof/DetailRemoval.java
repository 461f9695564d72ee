package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes rows out of the log in the transaction of its caller: only those that are what was chained,
 * and only once they are in the archive, where there is one.
 */
final class DetailRemoval {

    private final JdbcOperations jdbc;
    private final ChainedLeaves chained;
    private final Clock clock;
    private final @Nullable RetirementArchive archive;

    DetailRemoval(JdbcOperations jdbc, Clock clock, @Nullable RetirementArchive archive) {
        this.jdbc = jdbc;
        this.chained = new ChainedLeaves(jdbc);
        this.clock = clock;
        this.archive = archive;
    }

    /** Removes what a statement removes that answers it. */
    Leaving of(UUID retirement, String statement) {
        return archive == null
                ? remove(statement, row -> {})
                : archived(archive, retirement, statement);
    }

    /** Is on the disk before the transaction can be. Where that is lost the file says too much. */
    private Leaving archived(RetirementArchive folder, UUID retirement, String statement) {
        try (RetirementArchive.Draft draft =
                folder.begin(CheckpointKeys.origin(jdbc), retirement, clock.instant())) {
            Leaving gone = remove(statement, draft::write);
            draft.finish();
            return gone;
        } catch (IOException failure) {
            throw new NotArchived(failure);
        }
    }

    private Leaving remove(String statement, Consumer<LogRow> also) {
        Leaving gone = new Leaving(also);
        jdbc.execute(
                (ConnectionCallback<Object>)
                        connection -> {
                            LogCopy.rows(connection, statement, gone);
                            return gone;
                        });
        // whoever can write the database could have made a detail of any event
        chained.differing(gone.positions(), gone.leaves())
                .ifPresent(
                        position -> {
                            throw new TamperedDetails(position);
                        });
        return gone;
    }
}
