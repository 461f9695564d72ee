package io.daybook.query.assistant;

import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.assistant.RunEvent;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Erased;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.EventMessage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** How many questions each person asked on each day. */
final class DashboardProjection implements Projection {

    static final Table<QuestionCountRow> COUNTS =
            Table.of("question_counts", QuestionCountRow.class);

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String description() {
        return "How many questions each person asked on each day.";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(COUNTS);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(FiguresOfUser.class);
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(RunEvent.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        UUID erased = Erased.person(event);
        if (erased != null) {
            batch.forget("delete from $schema.question_counts where user_id = ?", erased);
        }
        switch (event.getPayload()) {
            case QuestionAsked e ->
                    count(batch, e.askerId(), event.getTimestamp(), QuestionCountRow::asked);
            case QuestionFailed e ->
                    count(batch, e.askerId(), event.getTimestamp(), QuestionCountRow::unanswered);
            default -> {
                // Nothing that is counted.
            }
        }
    }

    private static void count(
            Batch batch, UUID user, Instant at, UnaryOperator<QuestionCountRow> change) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        batch.change(
                COUNTS,
                QuestionCountRow.key(user, day),
                row -> change.apply(row == null ? QuestionCountRow.none(user, day) : row));
    }
}
