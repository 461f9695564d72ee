package io.daybook.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.platform.Identifiers;
import io.daybook.platform.PlatformConfiguration;
import io.daybook.platform.TestNode;
import io.daybook.platform.database.DatabaseConfiguration;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** What becomes of events that an automation cannot handle. */
class AutomationsTest {

    private static final String SECRET = "The secret plan";

    @TempDir private Path data;
    private TestNode node;
    private final UUID bad = Identifiers.next();
    private final UUID good = Identifiers.next();
    private final UUID owner = Identifiers.next();

    @BeforeEach
    void start() {
        node = TestNode.start(TestDatabase.create(), data, Application.class);
        jdbc().sql(
                        "create table noted (at serial, what text constraint no check (what <>"
                                + " 'The secret plan'))")
                .update();
        happened(bad, 0, new ProjectCreated(bad, owner, SECRET, null));
        happened(good, 0, new ProjectCreated(good, owner, "Spring", null));
        happened(bad, 1, new ProjectRenamed(bad, owner, "Summer", null));
        happened(good, 1, new ProjectRenamed(good, owner, "Autumn", null));
        until("Autumn");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void areParkedInOrderWhileEverythingElseGoesOn() {
        assertThat(noted()).containsExactly("Spring", "Autumn");
        assertThat(parked()).isEqualTo(2);
    }

    @Test
    void areKeptWithoutWhatTheySayAboutPeople() {
        assertThat(
                        jdbc().sql(
                                        """
                                        select cause_message || convert_from(payload, 'UTF8') || convert_from(meta_data, 'UTF8')
                                        from automation_dead_letter order by sequence_index limit 1
                                        """)
                                .query(String.class)
                                .single())
                .contains("violates check constraint")
                .doesNotContain(SECRET);
    }

    @Test
    void areTriedAgainUntilTheyAreHandled() {
        automations().retry("noting", bad);
        assertThat(parked()).isEqualTo(2);
        assertThat(
                        jdbc().sql(
                                        "select convert_from(diagnostics, 'UTF8') from"
                                            + " automation_dead_letter where sequence_identifier ="
                                            + " ? order by sequence_index limit 1")
                                .param(bad.toString())
                                .query(String.class)
                                .single())
                .contains("\"attempts\":2");

        jdbc().sql("alter table noted drop constraint no").update();
        automations().retry("noting", bad);

        assertThat(noted()).containsExactly("Spring", "Autumn", SECRET, "Summer");
        assertThat(parked()).isZero();
    }

    @Test
    void canBePassedOver() {
        UUID event =
                jdbc().sql(
                                "select event_identifier::uuid from automation_dead_letter order by"
                                        + " sequence_index limit 1")
                        .query(UUID.class)
                        .single();
        automations().skip("noting", bad, event);

        assertThat(noted()).containsExactly("Spring", "Autumn", "Summer");
        assertThat(parked()).isZero();
    }

    private void happened(UUID project, long sequence, Object event) {
        node.get(EventStore.class)
                .publish(
                        new GenericDomainEventMessage<>(
                                "Project", project.toString(), sequence, event));
    }

    private List<@Nullable String> noted() {
        return jdbc().sql("select what from noted order by at").query(String.class).list();
    }

    private long parked() {
        return jdbc().sql("select count(*) from automation_dead_letter").query(Long.class).single();
    }

    private void until(String last) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!noted().contains(last)) {
            assertThat(Instant.now()).as("waited too long").isBefore(patience);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Automations automations() {
        return node.get(Automations.class);
    }

    private JdbcClient jdbc() {
        return node.get(JdbcClient.class);
    }

    /** Writes the names of projects down. */
    @ProcessingGroup("noting")
    static final class Noting {

        private final JdbcClient jdbc;

        Noting(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(ProjectCreated event) {
            note(event.name());
        }

        @EventHandler
        void on(ProjectRenamed event) {
            note(event.name());
        }

        private void note(@Nullable String name) {
            jdbc.sql("insert into noted (what) values (?)").param(name).update();
        }
    }

    /** The ground floor with one automation; not marked, so that no other test's scan finds it. */
    @EnableAutoConfiguration
    @Import({DatabaseConfiguration.class, PlatformConfiguration.class})
    static class Application {

        @Bean
        Noting noting(JdbcClient jdbc) {
            return new Noting(jdbc);
        }
    }
}
