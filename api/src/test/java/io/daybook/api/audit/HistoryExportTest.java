package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.api.platform.security.SignedIn;
import io.daybook.api.platform.security.TokenSettings;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.BeginAuditExport;
import io.daybook.messages.audit.EndAuditExport;
import io.daybook.messages.audit.ExportFormat;
import io.daybook.messages.audit.ExportOutcome;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

final class HistoryExportTest {

    private static final UUID ADA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final Caller CALLER = new Caller(ADA, ADA, Role.ADMIN, "192.0.2.1");

    private final BlockingQueue<Object> recorded = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final EndedSessions ended =
            new EndedSessions(new TokenSettings(Duration.ofMinutes(30)));
    private int pages = Integer.MAX_VALUE;
    private HistoryExport export = export();

    @BeforeEach
    void prepare() {
        export = export();
    }

    @Test
    void writesEveryPageAndRecordsHowMuchItWas() throws InterruptedException {
        pages = 3;

        StepVerifier.create(file())
                .expectNextCount(4)
                .expectComplete()
                .verify(Duration.ofSeconds(20));

        assertThat(recorded.take()).isInstanceOf(BeginAuditExport.class);
        assertThat(recorded.take())
                .isInstanceOfSatisfying(
                        EndAuditExport.class,
                        end ->
                                assertThat(end)
                                        .returns(6L, EndAuditExport::entries)
                                        .returns(ExportOutcome.COMPLETE, EndAuditExport::outcome));
    }

    @Test
    void readsNoFurtherThanIsTakenAndEndsWithWhoeverTakesIt() throws InterruptedException {
        StepVerifier.create(file(), 3)
                .expectNextCount(3)
                .thenCancel()
                .verify(Duration.ofSeconds(20));

        assertThat(recorded.take()).isInstanceOf(BeginAuditExport.class);
        assertThat(recorded.poll(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        EndAuditExport.class,
                        end -> assertThat(end.outcome()).isEqualTo(ExportOutcome.CANCELLED));
        assertThat(asked).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void breaksOffWhenTheSessionEnds() throws InterruptedException {
        StepVerifier.create(file(), 3)
                .expectNextCount(3)
                .then(() -> ended.on(new SessionEnded(ADA, ADA, SessionEnd.REVOKED)))
                .expectError(CancellationException.class)
                .verify(Duration.ofSeconds(20));

        assertThat(recorded.take()).isInstanceOf(BeginAuditExport.class);
        assertThat(recorded.poll(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        EndAuditExport.class,
                        end -> assertThat(end.outcome()).isEqualTo(ExportOutcome.FAILED));
    }

    private Flux<byte[]> file() {
        return export.file(
                CALLER,
                new HistoryExport.Wanted(true, AuditFilter.NONE, null, "", ExportFormat.CSV),
                null);
    }

    private HistoryExport export() {
        SimpleCommandBus commands = SimpleCommandBus.builder().build();
        for (Class<?> command : List.of(BeginAuditExport.class, EndAuditExport.class)) {
            commands.subscribe(
                    command.getName(),
                    message -> {
                        recorded.add(message.getPayload());
                        return null;
                    });
        }
        SimpleQueryBus queries = SimpleQueryBus.builder().build();
        queries.subscribe(AuditEntries.class.getName(), AuditPage.class, this::page);
        return new HistoryExport(
                new Queries(queries, Schedulers.immediate()),
                new Commands(commands, Schedulers.immediate(), new LastWrites()),
                new EntryLines(JsonMapper.shared()),
                new SignedIn(ended, Clock.systemUTC()));
    }

    private AuditPage page(QueryMessage<?, AuditPage> query) {
        int number = asked.incrementAndGet();
        @Nullable String next = number < pages ? Integer.toString(number) : null;
        return new AuditPage(
                List.of(entry(2L * number), entry(2L * number + 1)), next, null, false);
    }

    private static AuditEntry entry(long position) {
        return new AuditEntry(
                position,
                ADA,
                Instant.EPOCH,
                "projects.ProjectCreated",
                "1",
                ADA,
                "Project",
                0,
                "user",
                ADA,
                "Ada",
                null,
                null,
                null,
                null,
                null,
                "Ada opened a project",
                null,
                null,
                null);
    }
}
