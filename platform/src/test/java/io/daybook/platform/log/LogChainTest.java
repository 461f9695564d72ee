package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.EmailVerified;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

class LogChainTest {

    @TempDir private Path data;
    private TestNode node;
    private JdbcClient jdbc;
    private LogChain chain;
    private UUID user;

    @BeforeEach
    void writeTenEvents() {
        node = TestNode.start(TestDatabase.create(), data);
        jdbc = node.get(JdbcClient.class);
        chain = chainAt(Clock.systemUTC());
        user = Identifiers.next();
        EventStorageEngine storage = node.get(EventStorageEngine.class);
        storage.appendEvents(Events.message(user, 0, Events.registered(user)));
        for (int sequence = 1; sequence < 10; sequence++) {
            storage.appendEvents(Events.message(user, sequence, new EmailVerified(user)));
        }
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void findsNothingInALogThatNobodyTouched() {
        extendAll();

        assertThat(chain.length()).isEqualTo(10);
        assertThat(chain.verify()).isEmpty();
    }

    @Test
    void namesTheFirstEventThatWasAltered() {
        extendAll();

        jdbc.sql("update domain_event set payload = '{}' where global_index in (4, 7)").update();

        assertThat(chain.verify()).contains(new LogFinding(4, LogFinding.Kind.ALTERED));
    }

    @Test
    void namesTheFirstEventThatIsMissing() {
        extendAll();

        jdbc.sql("delete from domain_event where global_index = 6").update();

        assertThat(chain.verify()).contains(new LogFinding(6, LogFinding.Kind.MISSING));
    }

    @Test
    void namesAnEventThatWasInsertedLater() {
        jdbc.sql("delete from domain_event where global_index = 5").update();
        chain = chainAt(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)));
        extendAll();
        assertThat(chain.verify()).isEmpty();

        jdbc.sql(
                        """
                        insert into domain_event overriding system value
                        select 5, gen_random_uuid(), aggregate_id, 99, type, time_stamp, payload_type, payload_revision,
                               payload, meta_data from domain_event where global_index = 6
                        """)
                .update();

        assertThat(chain.verify()).contains(new LogFinding(5, LogFinding.Kind.INSERTED));
    }

    @Test
    void namesTheFirstOfTwoEventsThatChangedPlaces() {
        extendAll();

        jdbc.sql(
                        """
                        update domain_event set time_stamp = other.time_stamp, event_id = other.event_id
                        from (select 11 - global_index as place, time_stamp, event_id from domain_event
                              where global_index in (3, 8)) other
                        where global_index = other.place
                        """)
                .update();

        assertThat(chain.verify()).contains(new LogFinding(3, LogFinding.Kind.ALTERED));
    }

    @Test
    void outlivesTheErasureOfAPerson() {
        extendAll();

        node.get(PersonalKeys.class).destroy(user);

        assertThat(chain.verify()).isEmpty();
    }

    @Test
    void waitsForWhatMayStillFillAGap() {
        jdbc.sql("delete from domain_event where global_index = 5").update();
        extendAll();

        assertThat(chain.length()).isEqualTo(4);

        chain = chainAt(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)));
        extendAll();

        assertThat(chain.length()).isEqualTo(9);
        assertThat(chain.verify()).isEmpty();
    }

    private void extendAll() {
        while (chain.extend() > 0) {
            // until nothing is left
        }
    }

    private LogChain chainAt(Clock clock) {
        return new LogChain(
                jdbc, new TransactionTemplate(node.get(PlatformTransactionManager.class)), clock);
    }
}
