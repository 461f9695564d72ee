package io.daybook.api.audit;

import io.daybook.api.assistant.models.Model;
import io.daybook.api.assistant.models.Models;
import io.daybook.api.audit.OverviewResource.Dependency;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.DeadLetterCounts;
import io.daybook.messages.audit.ParkedEvents;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.ProjectionStatuses;
import io.daybook.messages.identity.OutboxStanding;
import io.daybook.messages.identity.OutboxState;
import io.daybook.platform.proof.DetailRetirement;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks after everything that Daybook needs; one that does not answer in time counts as down. */
final class Dependencies {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final String UP = "up";
    private static final String DEGRADED = "degraded";

    private final DatabaseClient database;
    private final Queries queries;
    private final Models models;
    private final DetailRetirement details;
    private final Clock clock;

    Dependencies(
            DatabaseClient database,
            Queries queries,
            Models models,
            DetailRetirement details,
            Clock clock) {
        this.database = database;
        this.queries = queries;
        this.models = models;
        this.details = details;
        this.clock = clock;
    }

    /** All of them, in the same order each time. */
    Mono<List<Dependency>> look() {
        return Flux.concat(
                        bounded("database", database()),
                        bounded("read-models", readModels()),
                        bounded("dead-letters", deadLetters()),
                        bounded("retirement", Mono.fromSupplier(this::retirement)),
                        bounded("mail", mail()),
                        bounded("models", Mono.fromSupplier(this::models)))
                .collectList();
    }

    private static Mono<Dependency> bounded(String name, Mono<Dependency> look) {
        return look.timeout(PATIENCE)
                .onErrorResume(
                        failure ->
                                Mono.just(
                                        new Dependency(
                                                name, "down", "It did not answer in time.")));
    }

    private Mono<Dependency> database() {
        return Mono.defer(
                () -> {
                    long start = System.nanoTime();
                    return database.sql("show server_version")
                            .map(row -> String.valueOf(row.get(0, String.class)))
                            .one()
                            .map(
                                    version ->
                                            new Dependency(
                                                    "database",
                                                    UP,
                                                    "PostgreSQL %s answered in %d ms."
                                                            .formatted(
                                                                    version,
                                                                    (System.nanoTime() - start)
                                                                            / 1_000_000)));
                });
    }

    private Mono<Dependency> readModels() {
        return queries.ask(new ProjectionStatuses(), ProjectionList.class)
                .map(
                        list -> {
                            List<String> failed =
                                    list.items().stream()
                                            .filter(one -> one.error() != null)
                                            .map(ProjectionStatus::name)
                                            .toList();
                            return failed.isEmpty()
                                    ? new Dependency(
                                            "read-models",
                                            UP,
                                            list.items().size() + " follow the log.")
                                    : new Dependency(
                                            "read-models",
                                            DEGRADED,
                                            "Stuck: " + String.join(", ", failed) + ".");
                        });
    }

    private Mono<Dependency> deadLetters() {
        return queries.ask(new DeadLetterCounts(), ParkedEvents.class)
                .map(
                        parked -> {
                            long all =
                                    parked.byGroup().values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum();
                            return all == 0
                                    ? new Dependency("dead-letters", UP, "No event is parked.")
                                    : new Dependency(
                                            "dead-letters",
                                            DEGRADED,
                                            "%d parked: %s."
                                                    .formatted(
                                                            all, names(parked.byGroup().keySet())));
                        });
    }

    /** Groups of read models are named with their generation, which matters to nobody here. */
    private static String names(Set<String> groups) {
        return groups.stream()
                .map(group -> group.replaceFirst("@.*", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** As it was last tried on this node. */
    private Dependency retirement() {
        return details.trouble()
                .map(why -> new Dependency("retirement", DEGRADED, why + "."))
                .orElseGet(
                        () ->
                                new Dependency(
                                        "retirement", UP, "Details leave when their time comes."));
    }

    private Mono<Dependency> mail() {
        return queries.ask(new OutboxState(), OutboxStanding.class)
                .map(
                        standing -> {
                            String detail =
                                    "%d waiting, %d failed, %d kept."
                                            .formatted(
                                                    standing.waiting(),
                                                    standing.failed(),
                                                    standing.kept());
                            return new Dependency("mail", status(standing), detail);
                        });
    }

    private String status(OutboxStanding standing) {
        boolean late =
                standing.oldestWaiting() != null
                        && standing.oldestWaiting().isBefore(clock.instant().minus(LATE));
        if (late || standing.failed() > 0) {
            return DEGRADED;
        }
        return standing.kept() > 0 ? "off" : UP;
    }

    private Dependency models() {
        List<Model> configured = models.configured();
        if (configured.isEmpty()) {
            return new Dependency("models", "off", "The built-in analyst answers alone.");
        }
        String away =
                configured.stream()
                        .filter(model -> !model.available())
                        .map(Model::label)
                        .collect(Collectors.joining(", "));
        return away.isEmpty()
                ? new Dependency(
                        "models",
                        UP,
                        configured.stream().map(Model::label).collect(Collectors.joining(", "))
                                + ".")
                : new Dependency("models", DEGRADED, "Set aside for a while: " + away + ".");
    }
}
