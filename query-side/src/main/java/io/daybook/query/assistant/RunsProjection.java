package io.daybook.query.assistant;

import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionCancelled;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.assistant.RunById;
import io.daybook.messages.assistant.RunEvent;
import io.daybook.messages.assistant.RunStatus;
import io.daybook.messages.assistant.RunsOfUser;
import io.daybook.messages.assistant.UnfinishedRuns;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Erased;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Every question and what became of it, without the rows. */
final class RunsProjection implements Projection {

    static final Table<RunRow> RUNS = Table.of("runs", RunRow.class);

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public String description() {
        return "Every question and what became of it, without the rows.";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(RUNS);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(RunsOfUser.class, RunById.class, UnfinishedRuns.class);
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(RunEvent.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        UUID erased = Erased.person(event);
        if (erased != null) {
            batch.forgetWhere(RUNS, "asker_id", erased);
        }
        if (event.getPayload() instanceof RunEvent happened) {
            apply(happened, event.getTimestamp(), batch);
        }
    }

    private static void apply(RunEvent event, Instant at, Batch batch) {
        switch (event) {
            case QuestionAsked e ->
                    batch.change(
                            RUNS,
                            e.runId(),
                            none ->
                                    new RunRow(
                                            e.runId(),
                                            e.askerId(),
                                            e.connectionId(),
                                            e.projectId(),
                                            e.question(),
                                            e.model(),
                                            RunStatus.RUNNING.name(),
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            at,
                                            null,
                                            null));
            case QuestionAnswered e ->
                    change(
                            batch,
                            e.runId(),
                            row ->
                                    row.answered(
                                            e.statement(),
                                            e.answer(),
                                            e.chart(),
                                            e.rows(),
                                            at,
                                            e.durationMillis()));
            case QuestionFailed e ->
                    change(
                            batch,
                            e.runId(),
                            row ->
                                    row.closed(
                                            RunStatus.FAILED, e.message(), at, e.durationMillis()));
            case QuestionCancelled e ->
                    change(
                            batch,
                            e.runId(),
                            row -> row.closed(RunStatus.CANCELLED, null, at, e.durationMillis()));
        }
    }

    private static void change(Batch batch, UUID run, UnaryOperator<RunRow> change) {
        batch.change(RUNS, run, (@Nullable RunRow row) -> row == null ? null : change.apply(row));
    }
}
