package io.daybook.query.assistant;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.atOrNull;
import static io.daybook.query.platform.Rows.get;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.need;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.assistant.DashboardFigures;
import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.assistant.QuestionsOnDay;
import io.daybook.messages.assistant.Run;
import io.daybook.messages.assistant.RunById;
import io.daybook.messages.assistant.RunPage;
import io.daybook.messages.assistant.RunStatus;
import io.daybook.messages.assistant.RunsOfUser;
import io.daybook.messages.assistant.UnfinishedRuns;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.Rows;
import io.r2dbc.spi.Readable;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Answers what a person asked, and the figures of their dashboard. */
public final class AssistantQueries {

    private static final int DAYS = 14;
    private static final String SELECT =
            """
            select r.*, c.name as connection_name
            from read.runs r left join read.connections c on c.connection_id = r.connection_id
            """;

    private final Rows rows;
    private final Clock clock;

    public AssistantQueries(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @QueryHandler
    CompletableFuture<RunPage> answer(RunsOfUser query) {
        return rows.list(
                        SELECT
                                + "where r.asker_id = :asker and r.run_id < :before order by"
                                + " r.run_id desc limit :limit",
                        Map.of(
                                "asker", query.userId(),
                                "before", Cursor.before(query.cursor()),
                                "limit", query.limit() + 1),
                        AssistantQueries::run)
                .thenApply(
                        found ->
                                new RunPage(
                                        Cursor.page(found, query.limit()),
                                        Cursor.next(found, query.limit(), Run::runId)));
    }

    @QueryHandler
    CompletableFuture<@Nullable Run> answer(RunById query) {
        return rows.first(
                SELECT + "where r.run_id = :run and r.asker_id = :reader",
                Map.of("run", query.runId(), "reader", query.readerId()),
                AssistantQueries::run);
    }

    @QueryHandler
    CompletableFuture<RunPage> answer(UnfinishedRuns query) {
        return rows.list(
                        SELECT
                                + "where r.status = 'RUNNING' and r.asked_at < :before order by"
                                + " r.run_id limit :limit",
                        Map.of("before", query.askedBefore(), "limit", query.limit()),
                        AssistantQueries::run)
                .thenApply(found -> new RunPage(found, null));
    }

    @QueryHandler
    CompletableFuture<DashboardFigures> answer(FiguresOfUser query) {
        LocalDate today = LocalDate.now(clock);
        String counts =
                """
                select
                  (select count(*) from read.connections where owner_id = :user) as connections,
                  (select count(*) from read.connections where owner_id = :user and status = 'CONNECTED') as connected,
                  (select count(*) from read.projects where owner_id = :user and not deleted) as projects,
                  (select count(*) from read.sessions
                   where user_id = :user and ended_at is null and expires_at > now()) as sessions,
                  coalesce(sum(questions), 0)::bigint as questions,
                  coalesce(sum(failed), 0)::bigint as failed,
                  coalesce(sum(questions) filter (where day = :today), 0)::bigint as questions_today
                from read.question_counts where user_id = :user
                """;
        return questionsPerDay(query.userId(), today)
                .thenCompose(
                        perDay ->
                                rows.list(
                                                counts,
                                                Map.of("user", query.userId(), "today", today),
                                                row -> figures(row, perDay))
                                        .thenApply(List::getFirst));
    }

    private CompletableFuture<List<QuestionsOnDay>> questionsPerDay(UUID user, LocalDate today) {
        String sql =
                """
                select d::date as day, coalesce(q.questions, 0)::bigint as questions
                from generate_series(:first, :today, interval '1 day') d
                left join read.question_counts q on q.day = d::date and q.user_id = :user
                order by d
                """;
        return rows.list(
                sql,
                Map.of(
                        "user",
                        user,
                        "first",
                        today.minusDays(DAYS - 1).atStartOfDay(),
                        "today",
                        today.atStartOfDay()),
                row ->
                        new QuestionsOnDay(
                                need(row, "day", LocalDate.class),
                                need(row, "questions", Long.class)));
    }

    private static DashboardFigures figures(Readable row, List<QuestionsOnDay> perDay) {
        return new DashboardFigures(
                need(row, "connections", Long.class).intValue(),
                need(row, "connected", Long.class).intValue(),
                need(row, "questions", Long.class),
                need(row, "questions_today", Long.class),
                need(row, "failed", Long.class),
                need(row, "sessions", Long.class).intValue(),
                need(row, "projects", Long.class).intValue(),
                perDay);
    }

    private static Run run(Readable row) {
        return new Run(
                id(row, "run_id"),
                id(row, "asker_id"),
                id(row, "connection_id"),
                text(row, "connection_name"),
                get(row, "project_id", UUID.class),
                text(row, "question"),
                need(row, "model", String.class),
                RunStatus.valueOf(need(row, "status", String.class)),
                text(row, "statement"),
                text(row, "answer"),
                text(row, "chart"),
                text(row, "error"),
                get(row, "rows", Long.class),
                at(row, "asked_at"),
                atOrNull(row, "finished_at"),
                get(row, "duration_millis", Long.class));
    }
}
