package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.ReadModels;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Has every read model built anew from the log, and finds whether it comes out the same. */
final class Rebuilds {

    private static final String TABLES =
            "select string_agg(table_name, ',') from information_schema.tables where table_schema ="
                    + " 'read'";

    private final Books books;

    Rebuilds(Books books) {
        this.books = books;
    }

    /** Waits until none is under way, builds all, and compares what was there before. */
    void makeTheSame(Web web) throws IOException {
        String token = web.token(Crowd.ADMINISTRATOR);
        await("no rebuild is under way")
                .atMost(Books.PATIENCE)
                .untilAsserted(() -> assertThat(builds()).isEmpty());
        // one that a killed process fed is taken over when the claim of that has ended
        await("all read models have come to the end of the log")
                .atMost(Books.PATIENCE)
                .until(() -> haveAllRead(web, token));
        books.readModelsAgreeWithTheLog();
        long head = books.count("domain_event");
        Map<String, String> before = checksums(head);
        Map<String, Long> generations = generations();
        for (String projection : ReadModels.ALL) {
            await("one more rebuild of " + projection)
                    .atMost(Books.PATIENCE)
                    .until(() -> order(web, token, projection) == 202);
        }
        await("all are rebuilt")
                .atMost(Books.PATIENCE)
                .untilAsserted(
                        () ->
                                generations()
                                        .forEach(
                                                (name, generation) ->
                                                        assertThat(generation)
                                                                .as(name + " of " + builds())
                                                                .isGreaterThan(
                                                                        generations.get(name))));
        assertThat(checksums(head)).isEqualTo(before);
    }

    private static boolean haveAllRead(Web web, String token) throws IOException {
        JsonNode all = web.get("/api/admin/projections", token).path("items");
        return all.size() >= ReadModels.ALL.size()
                && all.valueStream()
                        .allMatch(
                                each ->
                                        each.path("position").asLong()
                                                >= each.path("head").asLong());
    }

    private static int order(Web web, String token, String projection) throws IOException {
        return web.send(
                        "POST",
                        "/api/admin/projections/" + projection + "/rebuild",
                        token,
                        Map.of())
                .statusCode();
    }

    private String builds() {
        return books.text(
                "select coalesce(string_agg(g::text, '; '), '') from projection_generation g"
                        + " where state = 'building'");
    }

    private Map<String, Long> generations() {
        Map<String, Long> found = new TreeMap<>();
        for (String projection : ReadModels.ALL) {
            found.put(
                    projection,
                    books.number(
                            "select max(generation) from projection_generation where state = 'live'"
                                    + " and projection = '"
                                    + projection
                                    + "'"));
        }
        return found;
    }

    // What is compared was written before: of the history as far as it went then, of the sums all
    // but that of events, which the orders to rebuild are themselves.
    private Map<String, String> checksums(long events) {
        Map<String, String> found = new TreeMap<>();
        for (String table : books.text(TABLES).split(",", -1)) {
            found.put(
                    table,
                    checksum(
                            switch (table) {
                                case "audit_entries" ->
                                        "(select * from read.audit_entries order by position limit "
                                                + events
                                                + ")";
                                case "hour_counts" ->
                                        "(select * from read.hour_counts where measure <>"
                                                + " 'EVENTS')";
                                default -> "read." + table;
                            }));
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(ReadModels.ALL.size());
        return found;
    }

    private String checksum(String rows) {
        return books.text(
                "select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)),"
                        + " '') from "
                        + rows
                        + " r");
    }
}
