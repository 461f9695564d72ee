package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.AutomationStatus;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Automations;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

class AutomationWatchTest {

    private static final String NAME = "rebuild-requests";

    @TempDir private Path data;
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void tellsOneThatStandsStillFromOneThatHasNothingToDo() {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data)) {
            AutomationWatch watch =
                    new AutomationWatch(
                            new StoredTokens(node.jdbc(), node.get(Serializer.class)),
                            node.get(Automations.class),
                            node.get(EventStore.class),
                            nanos::get);
            Instant patience = Instant.now().plus(Duration.ofSeconds(30));
            while (status(watch).isEmpty()) {
                assertThat(Instant.now()).as("waited too long").isBefore(patience);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            node.get(EventProcessingConfiguration.class)
                    .eventProcessor(NAME)
                    .ifPresent(EventProcessor::shutDown);
            minute();
            assertThat(status(watch)).hasValueSatisfying(one -> assertThat(one.stuck()).isFalse());

            UUID project = Identifiers.next();
            node.happened(project, new ProjectCreated(project, Identifiers.next(), "Spring", null));
            assertThat(status(watch))
                    .hasValueSatisfying(
                            one -> {
                                assertThat(one.lag()).isPositive();
                                assertThat(one.stuck()).as("not for long yet").isFalse();
                            });
            minute();
            assertThat(status(watch)).hasValueSatisfying(one -> assertThat(one.stuck()).isTrue());
        }
    }

    private void minute() {
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    }

    private static Optional<AutomationStatus> status(AutomationWatch watch) {
        return watch.look().items().stream().filter(one -> one.name().equals(NAME)).findFirst();
    }
}
