package io.daybook.benchmarks;

import io.daybook.platform.postgres.EmbeddedPostgres;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Looks from outside, each other millisecond, how far the read models have come: a row and the
 * token that says so are committed together, so an event that a token covers can be read by
 * anybody.
 */
final class Sightings implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(2).toNanos();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final ConcurrentLinkedQueue<Event> fresh = new ConcurrentLinkedQueue<>();
    private final Map<String, List<Event>> unseen = new TreeMap<>();
    private final Map<String, List<Double>> lags = new TreeMap<>();
    private final List<Double> all = new ArrayList<>();
    private final Map<Event, Integer> missing = new LinkedHashMap<>();
    private final Thread looking;
    private volatile boolean open = true;

    Sightings(EmbeddedPostgres postgres) throws SQLException {
        this.connection =
                DriverManager.getConnection(
                        postgres.jdbcUrl("daybook"), postgres.user(), postgres.password());
        this.looking = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** An event was acknowledged just now. */
    void acknowledged(long position) {
        fresh.add(new Event(position, System.nanoTime()));
    }

    /** Sorted milliseconds by read model, and until the last of them had an event. */
    Map<String, double[]> lags() {
        Map<String, double[]> found = new LinkedHashMap<>();
        lags.forEach((name, times) -> found.put(name, sorted(times)));
        found.put("all of them", sorted(all));
        return found;
    }

    private void watch() {
        try (PreparedStatement tokens =
                connection.prepareStatement(
                        """
                        select processor_name, convert_from(token, 'UTF8') from token_entry
                        where processor_name like '%@%' and token is not null
                        """)) {
            while (open || !missing.isEmpty()) {
                look(tokens);
                LockSupport.parkNanos(PAUSE);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void look(PreparedStatement tokens) throws SQLException {
        Map<String, JsonNode> reached = new TreeMap<>();
        // what was acknowledged before the look began: a token seen by it may be older
        List<Event> news = Stream.generate(fresh::poll).takeWhile(event -> event != null).toList();
        try (ResultSet row = tokens.executeQuery()) {
            while (row.next()) {
                reached.put(row.getString(1), JSON.readTree(row.getString(2)));
            }
        }
        long now = System.nanoTime();
        news.forEach(event -> missing.put(event, reached.size()));
        reached.forEach(
                (processor, token) -> {
                    List<Event> open = unseen.computeIfAbsent(processor, none -> new ArrayList<>());
                    open.addAll(news);
                    note(processor, token, open, now);
                });
    }

    private void note(String processor, JsonNode token, List<Event> open, long now) {
        long index = token.get("index").asLong();
        for (Iterator<Event> events = open.iterator(); events.hasNext(); ) {
            Event event = events.next();
            if (event.position() <= index && !isGap(token.get("stretches"), event.position())) {
                events.remove();
                double lag = (now - event.nanos()) / 1e6;
                lags.computeIfAbsent(processor, none -> new ArrayList<>()).add(lag);
                if (missing.merge(event, -1, Integer::sum) == 0) {
                    missing.remove(event);
                    all.add(lag);
                }
            }
        }
    }

    // the first and the last position of each gap in turns
    private static boolean isGap(JsonNode stretches, long position) {
        for (int at = 0; at < stretches.size(); at += 2) {
            if (stretches.get(at).asLong() <= position
                    && position <= stretches.get(at + 1).asLong()) {
                return true;
            }
        }
        return false;
    }

    private static double[] sorted(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    @Override
    public void close() throws SQLException {
        open = false;
        try {
            looking.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }

    private record Event(long position, long nanos) {}
}
