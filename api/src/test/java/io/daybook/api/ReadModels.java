package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.identity.People;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatuses;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The read models of a running Daybook: how far they are, what is in them, building them anew. */
public final class ReadModels {

    /** All of them, by name. */
    public static final List<String> ALL =
            List.of(
                    "users",
                    "sessions",
                    "connections",
                    "projects",
                    "runs",
                    "dashboard",
                    "audit",
                    "filters",
                    "overview");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningDaybook daybook;
    private final JdbcClient jdbc;

    public ReadModels(RunningDaybook daybook) {
        this.daybook = daybook;
        this.jdbc = daybook.bean(JdbcClient.class);
    }

    /** Waits until every one has read the whole log. */
    public void settle() {
        await("every read model has read the whole log")
                .atMost(PATIENCE)
                .until(
                        () ->
                                Objects.requireNonNull(
                                                daybook.bean(Queries.class)
                                                        .ask(
                                                                new ProjectionStatuses(),
                                                                ProjectionList.class)
                                                        .block())
                                        .items()
                                        .stream()
                                        .allMatch(
                                                one ->
                                                        one.rebuild() == null
                                                                && one.position() >= one.head()));
    }

    /** How many rows each table has, and a hash of them. */
    public Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        for (String table :
                jdbc.sql(
                                "select table_name from information_schema.tables where"
                                        + " table_schema = 'read'")
                        .query(String.class)
                        .list()) {
            checksums.put(table, checksum("read.\"" + table + "\""));
        }
        return checksums;
    }

    /** The same of what is selected from them. */
    public String checksum(String rows) {
        return jdbc.sql(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by"
                                + " t::text)), '') from "
                                + rows
                                + " t")
                .query(String.class)
                .single();
    }

    /** Has all built anew and waits until they are read: what differs would not be. */
    public void rebuildAll(People.Bearer administrator) {
        Map<String, Integer> before = new HashMap<>();
        ALL.forEach(name -> before.put(name, generation(name)));
        ALL.forEach(name -> rebuild(name, administrator));
        await("everything is rebuilt")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                before.forEach(
                                        (name, generation) ->
                                                assertThat(generation(name))
                                                        .as(name)
                                                        .isGreaterThan(generation)));
    }

    /** Has one built anew. */
    public void rebuild(String name, People.Bearer administrator) {
        daybook.client()
                .post()
                .uri("/api/admin/projections/{name}/rebuild", name)
                .headers(administrator::on)
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    /** Which generation of one is read. */
    public int generation(String name) {
        return jdbc.sql(
                        "select max(generation) from projection_generation where projection = ?"
                                + " and state = 'live'")
                .param(name)
                .query(Integer.class)
                .single();
    }
}
