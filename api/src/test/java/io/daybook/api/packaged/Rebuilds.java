package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.ReadModels;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Has every read model built anew from the log, and finds whether it comes out the same. */
final class Rebuilds {

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
        books.readModelsAgreeWithTheLog();
        long head = books.count("domain_event");
        Map<String, String> before = checksums(head);
        Map<String, Long> generations = generations();
        for (String projection : ReadModels.ALL) {
            assertThat(
                            web.send(
                                            "POST",
                                            "/api/admin/projections/" + projection + "/rebuild",
                                            token,
                                            Map.of())
                                    .statusCode())
                    .isEqualTo(202);
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

    // What is compared was written before: the history as far as it went then, and no session that
    // was seen since.
    private Map<String, String> checksums(long events) {
        Map<String, String> found = new TreeMap<>();
        for (String table :
                List.of(
                        "users",
                        "connections",
                        "projects",
                        "runs",
                        "question_counts",
                        "sessions")) {
            found.put(table, checksum("read." + table));
        }
        found.put(
                "audit_entries",
                checksum(
                        "(select * from read.audit_entries order by position limit "
                                + events
                                + ")"));
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
