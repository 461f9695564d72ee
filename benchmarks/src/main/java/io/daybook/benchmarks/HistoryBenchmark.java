package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Milliseconds for a page of the history over millions of entries, for every kind of filter that
 * the page offers; and what each index costs. {@code HISTORY_ENTRIES} sets their number.
 */
final class HistoryBenchmark {

    private static final int WARM = 5;
    private static final int ROUNDS = 60;
    private static final int LIMIT = 50;

    private final House house;
    private final HistoryFill fill;
    private final long entries;
    private final Random random = new Random(7);

    HistoryBenchmark(House house) {
        this.house = house;
        this.fill = new HistoryFill(house.room(HikariDataSource.class));
        this.entries = Long.parseLong(System.getenv().getOrDefault("HISTORY_ENTRIES", "10000000"));
    }

    void run() throws SQLException {
        for (HistoryFill.Index index : fill.fill(entries)) {
            System.out.printf(
                    Locale.ROOT,
                    "  index built in %7.1f s, %7.1f MB   %s%n",
                    index.seconds(),
                    index.megabytes(),
                    index.columns());
        }
        appends();
        long before = scans();
        System.out.printf(
                "%n  %-52s %8s %8s %8s %8s   entries%n",
                "page of 50, ms", "p50", "p95", "p99", "max");
        pages();
        System.out.printf("  sequential scans meanwhile: %d%n", scans() - before);
    }

    private void appends() throws SQLException {
        List<String> definitions = fill.definitions();
        Report.title("Rows a second appended, a thousand at a time");
        Report.figure("without further indexes", fill.appended(List.of()), "rows/s");
        for (String definition : definitions) {
            Report.figure(
                    "with " + definition.replaceFirst("^.*USING (.{0,24}).*$", "$1"),
                    fill.appended(List.of(definition)),
                    "rows/s");
        }
        Report.figure("with all", fill.appended(definitions), "rows/s");
    }

    private void pages() {
        AuditFilter none = AuditFilter.NONE;
        measure("everything, first page", () -> page(none));
        measure("everything, deep page", () -> page(none, null, anywhere()));
        measure("one person, busy", () -> page(filter(null, person(0))));
        measure("one person, any", () -> page(filter(null, person(random.nextInt(5_000)))));
        measure("one person, deep page", () -> page(filter(null, person(3)), null, anywhere()));
        measure("own activity, busy", () -> page(none, person(0), null));
        measure("own activity, deep page", () -> page(none, person(0), anywhere()));
        measure("frequent event", () -> page(types(null, "identity.SessionRefreshed")));
        measure("rare event", () -> page(types(null, "audit.RebuildRequested")));
        measure(
                "three events, deep page",
                () ->
                        page(
                                types(
                                        null,
                                        "identity.SessionStarted",
                                        "identity.RefreshTokenReused",
                                        "projects.ProjectCreated"),
                                null,
                                anywhere()));
        measure(
                "busy person and rare event",
                () -> page(types(person(0), "audit.RebuildRequested")));
        measure("one thing", () -> page(thing(aggregate(anyPosition()))));
        measure("one session", () -> page(session(session(random.nextInt(5_000)))));
        measure("one address of a third of all", () -> page(address("203.0.113.7", List.of())));
        measure(
                "that address and a rare event",
                () -> page(address("203.0.113.7", List.of("audit.RebuildRequested"))));
        measure("a day, months ago", () -> page(day(null, anyDay())));
        measure("a busy person on a day", () -> page(day(person(0), anyDay())));
        measure("a frequent word", () -> page(AuditFilter.ofText("signed")));
        measure("a word of the middle", () -> page(AuditFilter.ofText("w150")));
        measure(
                "a rare word",
                () -> page(AuditFilter.ofText("w1" + (2000 + random.nextInt(7000)))));
        measure("the beginning of a frequent word", () -> page(AuditFilter.ofText("sig")));
        measure("the beginning of middling words", () -> page(AuditFilter.ofText("w19")));
        measure("two words", () -> page(AuditFilter.ofText("month w3")));
        measure("no such word", () -> page(AuditFilter.ofText("matterhorn")));
        measure("a name", () -> page(AuditFilter.ofText("person" + random.nextInt(5_000))));
        names();
        measure("a word, deep page", () -> page(AuditFilter.ofText("w7"), null, anywhere()));
        measure("a word of a busy person", () -> page(filter("w150", person(0))));
        measure("a rare word of a busy person", () -> page(filter("w15000", person(0))));
        measure("causes and effects", () -> trail(anyPosition()));
    }

    /** Names are not in the history, and are looked up for each search. */
    private void names() {
        words("a rare name and a frequent word", () -> rarePerson() + " signed");
        words("a rare name and a middling word", () -> rarePerson() + " w150");
        words("a rare name and a word that it hardly has", () -> rarePerson() + " opened");
        words("a busy name and a frequent word", () -> "person0@ signed");
        words("a busy name and a middling word", () -> "person0@ w150");
        words("a busy name and a rare word", () -> "person0@ w15000");
        words("a thousand names", () -> "person1");
        words("a family of seven and a word", () -> family() + " opened");
        words("all but one person", () -> "-person0@");
        words("a word, but not of one person", () -> "w150 -person0@");
        measure("whom it concerned", () -> page(concerning(person(random.nextInt(5_000)))));
    }

    private String rarePerson() {
        return "person" + (1_000 + random.nextInt(4_000));
    }

    private String family() {
        return "family" + (200 + random.nextInt(400));
    }

    private void words(String what, Supplier<String> words) {
        measure(what, () -> page(AuditFilter.ofText(words.get())));
    }

    private void measure(String what, Supplier<Integer> asking) {
        List<Double> times = new ArrayList<>();
        long found = 0;
        for (int round = 0; round < WARM + ROUNDS; round++) {
            long start = System.nanoTime();
            int entriesFound = asking.get();
            if (round >= WARM) {
                found += entriesFound;
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "  %-52s %8.1f %8.1f %8.1f %8.1f   %d%n",
                what,
                times.get(ROUNDS / 2),
                times.get(ROUNDS * 95 / 100),
                times.get(ROUNDS * 99 / 100),
                times.getLast(),
                found / ROUNDS);
    }

    private int page(AuditFilter filter) {
        return page(filter, null, null);
    }

    private int page(AuditFilter filter, @Nullable UUID reader, @Nullable String cursor) {
        return ask(new AuditEntries(reader, filter, null, LIMIT, cursor), AuditPage.class)
                .items()
                .size();
    }

    private int trail(long position) {
        AuditTrail trail = ask(new AuditTrailOf(position, null), AuditTrail.class);
        List<AuditEntry> all = new ArrayList<>(trail.causes());
        all.addAll(trail.effects());
        return all.size() + trail.together().size();
    }

    private <R> R ask(Object query, Class<R> type) {
        QueryResponseMessage<R> answer =
                house.room(QueryBus.class)
                        .query(new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type)))
                        .join();
        if (answer.isExceptional()) {
            throw new IllegalStateException(answer.exceptionResult());
        }
        return answer.getPayload();
    }

    private long anyPosition() {
        return 1 + (long) (random.nextDouble() * (entries - 1));
    }

    private String anywhere() {
        return Long.toString(anyPosition());
    }

    private Instant anyDay() {
        return Instant.parse("2025-11-02T00:00:00Z").plusSeconds(86_400L * random.nextInt(300));
    }

    private static AuditFilter filter(@Nullable String text, UUID actor) {
        return new AuditFilter(text, actor, null, List.of(), null, null, null, null, null, null);
    }

    private static AuditFilter concerning(UUID subject) {
        return new AuditFilter(null, null, subject, List.of(), null, null, null, null, null, null);
    }

    private static AuditFilter types(@Nullable UUID actor, String... types) {
        return new AuditFilter(
                null, actor, null, List.of(types), null, null, null, null, null, null);
    }

    private static AuditFilter thing(UUID aggregate) {
        return AuditFilter.ofAggregate(aggregate);
    }

    private static AuditFilter session(UUID session) {
        return new AuditFilter(null, null, null, List.of(), null, session, null, null, null, null);
    }

    private static AuditFilter address(String address, List<String> types) {
        return new AuditFilter(null, null, null, types, null, null, address, null, null, null);
    }

    private static AuditFilter day(@Nullable UUID actor, Instant day) {
        return new AuditFilter(
                null, actor, null, List.of(), null, null, null, null, day, day.plusSeconds(86_400));
    }

    private static UUID person(int who) {
        return UUID.fromString(
                "019a%012x"
                        .formatted(who)
                        .replaceFirst("^(.{8})(.{4})(.{4})$", "$1-$2-$3-8000-000000000000"));
    }

    private static UUID aggregate(long position) {
        return named("019b", position / 3, "9", Long.toString(position / 3));
    }

    private UUID session(int who) {
        return named("019c", who * 40L + random.nextInt(40), "8", Integer.toString(who));
    }

    private static UUID named(String prefix, long number, String variant, String hashed) {
        String text = prefix + "%012x".formatted(number) + variant + md5(hashed).substring(0, 15);
        return UUID.fromString(
                text.replaceFirst("^(.{8})(.{4})(.{4})(.{4})(.{12})$", "$1-$2-$3-$4-$5"));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server tells its statistics with a delay of up to a second. */
    private long scans() throws SQLException {
        LockSupport.parkNanos(2_000_000_000L);
        return fill.sequentialScans();
    }
}
