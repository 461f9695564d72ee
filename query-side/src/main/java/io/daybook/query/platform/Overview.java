package io.daybook.query.platform;

import io.daybook.messages.audit.OldGeneration;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.query.platform.Generation.State;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How every projection stands, from what is stored: the same on every node. */
final class Overview {

    private final List<Projection> projections;
    private final GenerationRows rows;
    private final StoredTokens tokens;
    private final JdbcClient jdbc;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Clock clock;
    private final BuildWatch rebuilds;
    private final Map<String, Stand> stands = new ConcurrentHashMap<>();

    Overview(
            List<Projection> projections,
            GenerationRows rows,
            StoredTokens tokens,
            JdbcClient jdbc,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Clock clock) {
        this.projections = projections;
        this.rows = rows;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
        this.rebuilds = new BuildWatch(new Forecast(jdbc));
    }

    /** Notes how far rebuilds have come, to know their pace. */
    void watch(List<Generation> all, Map<String, TrackingToken> reached) {
        rebuilds.watch(all, reached);
    }

    ProjectionList of(Feeders feeders, Builds builds) {
        Sight sight =
                new Sight(
                        LogTokens.positionOf(log.createHeadToken()),
                        rows.all(),
                        tokens.all(),
                        parked(),
                        feeders,
                        builds);
        return new ProjectionList(
                projections.stream().map(projection -> status(projection, sight)).toList());
    }

    private Map<String, Long> parked() {
        return jdbc
                .sql("select processor, count(*) as parked from dead_letter group by processor")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ProjectionStatus status(Projection projection, Sight sight) {
        Optional<Generation> live = sight.find(State.LIVE, projection);
        Optional<RebuildStatus> rebuild =
                sight.find(State.BUILDING, projection)
                        .or(() -> live.filter(Generation::isFirstFilling))
                        .map(next -> rebuild(projection, next, sight));
        String error = live.isEmpty() ? "not started" : sight.error(live.get());
        return new ProjectionStatus(
                projection.name(),
                projection.description(),
                live.map(Generation::number).orElse(0),
                error != null || rebuild.map(RebuildStatus::error).isPresent()
                        ? "failed"
                        : rebuild.isPresent() ? "rebuilding" : "live",
                live.map(sight::position).orElse(-1L),
                sight.head(),
                error,
                live.map(one -> movedAt(one, sight)).orElseGet(clock::instant),
                live.map(sight::parked).orElse(0L),
                live.map(Generation::comparison).orElse(null),
                rebuild.orElse(null),
                sight.find(State.OLD, projection)
                        .map(old -> old(projection, old, sight))
                        .orElse(null));
    }

    private RebuildStatus rebuild(Projection projection, Generation next, Sight sight) {
        return rebuilds.status(
                projection,
                next,
                new Forecast.Sight(sight.position(next), sight.head()),
                sight.builds().work(next),
                sight.error(next),
                sight.parked(next));
    }

    private OldGeneration old(Projection projection, Generation old, Sight sight) {
        return new OldGeneration(
                old.number(), sight.position(old), old.fits(projection), bytes(old));
    }

    // Since when it stands where it stands, as far as somebody looked.
    private Instant movedAt(Generation generation, Sight sight) {
        return stands.compute(
                        generation.processor(),
                        (processor, last) ->
                                last != null && last.position() == sight.position(generation)
                                        ? last
                                        : new Stand(sight.position(generation), clock.instant()))
                .since();
    }

    private long bytes(Generation generation) {
        return jdbc.sql(
                        """
                        select coalesce(sum(pg_total_relation_size(c.oid)), 0)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and c.relkind = 'r'
                        """)
                .param(generation.schema())
                .query(Long.class)
                .single();
    }

    /** Where a generation stands since when. */
    private record Stand(long position, Instant since) {}

    /** What is seen at one moment. */
    private record Sight(
            long head,
            List<Generation> all,
            Map<String, TrackingToken> reached,
            Map<String, Long> letters,
            Feeders feeders,
            Builds builds) {

        Optional<Generation> find(State state, Projection projection) {
            return all.stream()
                    .filter(one -> one.state() == state)
                    .filter(one -> one.projection().equals(projection.name()))
                    .findFirst();
        }

        long position(Generation generation) {
            return LogTokens.positionOf(reached.get(generation.processor()));
        }

        long parked(Generation generation) {
            return letters.getOrDefault(generation.processor(), 0L);
        }

        @Nullable String error(Generation generation) {
            return feeders.of(generation).map(feeder -> feeder.feed().error()).orElse(null);
        }
    }
}
