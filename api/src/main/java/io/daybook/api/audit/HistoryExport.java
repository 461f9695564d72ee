package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.RequestOrigin;
import io.daybook.api.platform.security.SignedIn;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.BeginAuditExport;
import io.daybook.messages.audit.EndAuditExport;
import io.daybook.messages.audit.ExportFormat;
import io.daybook.messages.audit.ExportOutcome;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Origin;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes entries of the history out of the house, newest first, a page at a time and no faster than
 * they are received: the memory that it needs does not grow with the history, no snapshot of the
 * database is held, and whoever goes away ends it with the page that is being read.
 */
final class HistoryExport {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryExport.class);
    private static final int PAGE = 1_000;

    private final Queries queries;
    private final Commands commands;
    private final EntryLines lines;
    private final SignedIn signedIn;

    HistoryExport(Queries queries, Commands commands, EntryLines lines, SignedIn signedIn) {
        this.queries = queries;
        this.commands = commands;
        this.lines = lines;
        this.signedIn = signedIn;
    }

    /**
     * The file in pieces; who took out what is in the log before the first, how much at the end.
     */
    Flux<byte[]> file(Caller caller, Wanted wanted, @Nullable Long position) {
        return Flux.usingWhen(
                begin(caller, wanted),
                export ->
                        Flux.concat(
                                        Flux.just(lines.head(wanted.format())),
                                        pages(caller, wanted, position)
                                                .map(
                                                        page -> {
                                                            export.count(page.items().size());
                                                            return lines.lines(
                                                                    wanted.format(), page.items());
                                                        }))
                                .takeUntilOther(signedOut(caller)),
                export -> end(caller, export, ExportOutcome.COMPLETE),
                (export, failure) -> end(caller, export, ExportOutcome.FAILED),
                export -> end(caller, export, ExportOutcome.CANCELLED));
    }

    /** A file breaks off, and is seen to, when the session that asked for it ends. */
    private Mono<Object> signedOut(Caller caller) {
        return signedIn.end(caller)
                .flatMap(end -> Mono.error(new CancellationException("The session has ended")));
    }

    private Flux<AuditPage> pages(Caller caller, Wanted wanted, @Nullable Long position) {
        UUID reader = wanted.everybody() ? null : caller.userId();
        return page(reader, wanted, null, position)
                .expand(
                        page ->
                                page.nextCursor() == null
                                        ? Mono.empty()
                                        : page(reader, wanted, page.nextCursor(), null));
    }

    private Mono<AuditPage> page(
            @Nullable UUID reader,
            Wanted wanted,
            @Nullable String cursor,
            @Nullable Long position) {
        return queries.ask(
                new AuditEntries(reader, wanted.filter(), wanted.after(), PAGE, cursor),
                AuditPage.class,
                position);
    }

    private Mono<Export> begin(Caller caller, Wanted wanted) {
        UUID id = Identifiers.forNew();
        return RequestOrigin.or(Origin.of(id))
                .flatMap(
                        origin ->
                                commands.send(
                                                new BeginAuditExport(
                                                        id,
                                                        wanted.everybody(),
                                                        wanted.words(),
                                                        wanted.format()),
                                                caller.actor())
                                        .map(done -> new Export(id, origin.because(done.event()))));
    }

    private Mono<Void> end(Caller caller, Export export, ExportOutcome outcome) {
        return commands.send(
                        new EndAuditExport(export.id(), export.entries().get(), outcome),
                        caller.actor())
                .contextWrite(RequestOrigin.is(export.origin()))
                .onErrorResume(
                        failure -> {
                            LOG.warn(
                                    "The end of an export could not be recorded: {}",
                                    failure.toString());
                            return Mono.empty();
                        })
                .then();
    }

    /** What is to be exported: the filter as the query side takes it and as people write it. */
    record Wanted(
            boolean everybody,
            AuditFilter filter,
            @Nullable String after,
            String words,
            ExportFormat format) {}

    private record Export(UUID id, Origin origin, AtomicLong entries) {

        Export(UUID id, Origin origin) {
            this(id, origin, new AtomicLong());
        }

        void count(int more) {
            entries.addAndGet(more);
        }
    }
}
