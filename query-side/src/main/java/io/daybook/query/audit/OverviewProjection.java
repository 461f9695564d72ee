package io.daybook.query.audit;

import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.audit.Measure;
import io.daybook.messages.audit.SystemOverview;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.connections.ToolFailed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.platform.log.EventTypes;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** What happened on the whole installation, hour by hour. */
final class OverviewProjection implements Projection {

    static final Table<HourCountRow> COUNTS = Table.of("hour_counts", HourCountRow.class);

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public String description() {
        return "What happened on the whole installation, hour by hour.";
    }

    /** 2: details are counted apart. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(COUNTS);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(SystemOverview.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        if (!(event instanceof DomainEventMessage<?>)) {
            return; // told once more so that somebody is forgotten; it did not happen again
        }
        Instant hour = event.getTimestamp().truncatedTo(ChronoUnit.HOURS);
        count(batch, isDetail(event) ? Measure.DETAILS : Measure.EVENTS, hour);
        Measure measure = measure(event.getPayload());
        if (measure != null) {
            count(batch, measure, hour);
        }
        if (event.getPayload() instanceof DetailsRetired retired) {
            remove(retired.olderThan(), batch);
        }
    }

    private static boolean isDetail(EventMessage<?> event) {
        return EventTypes.isDetail(event.getPayloadType());
    }

    /**
     * What counts details alone goes by whole hours. So it ends alike whether this generation saw
     * the details that were retired or not: all of them are older.
     */
    private static void remove(Instant olderThan, Batch batch) {
        batch.execute(
                """
                delete from $schema.hour_counts
                where measure in ('DETAILS', 'TOOL_CALLS', 'FAILED_TOOL_CALLS') and hour < ?
                """,
                olderThan.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Measure measure(Object event) {
        return switch (event) {
            case UserRegistered e -> Measure.REGISTRATIONS;
            case SessionStarted e -> Measure.SIGN_INS;
            case SignInRefused e -> Measure.REFUSED_SIGN_INS;
            case QuestionAsked e -> Measure.QUESTIONS;
            case QuestionFailed e -> Measure.FAILED_QUESTIONS;
            case ToolCalled e -> Measure.TOOL_CALLS;
            case ToolFailed e -> Measure.FAILED_TOOL_CALLS;
            case ConnectionLost e -> Measure.LOST_CONNECTIONS;
            default -> null;
        };
    }

    private static void count(Batch batch, Measure measure, Instant hour) {
        batch.change(
                COUNTS,
                HourCountRow.key(measure, hour),
                row -> (row == null ? HourCountRow.none(measure, hour) : row).plus(1));
    }
}
