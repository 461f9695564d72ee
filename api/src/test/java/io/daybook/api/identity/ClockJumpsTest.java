package io.daybook.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.RunningDaybook;
import io.daybook.platform.Jumps;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The whole of Daybook while all clocks jump by an hour, to and fro. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClockJumpsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RunningDaybook daybook = RunningDaybook.start(Map.of(), new Jumps());
    private final People people = new People(daybook);

    @AfterEach
    void clocksBack() {
        Jumps.clocksBack();
    }

    @AfterAll
    void stop() {
        daybook.stop();
    }

    @Test
    void peopleWorkOnAndReadModelsFollow() {
        People.Bearer administrator = people.administrator();
        People.Bearer somebody = people.user();
        List<Duration> offs = List.of(HOUR, Duration.ZERO, HOUR.negated(), Duration.ZERO);
        for (int i = 0; i < offs.size(); i++) {
            Jumps.clocksTo(offs.get(i));
            somebody = people.refresh(somebody);
            administrator = people.refresh(administrator);
            people.get("/api/users/me", somebody).expectStatus().isOk();
            people.get("/api/users/me", people.user()).expectStatus().isOk();
            String readModel = List.of("audit", "users", "sessions", "overview").get(i);
            people.post("/api/admin/projections/" + readModel + "/rebuild", Map.of(), administrator)
                    .expectStatus()
                    .isAccepted();
        }
        await("no rebuild is under way")
                .until(() -> count("projection_generation where state = 'building'") == 0);

        await("every event is in the history")
                .untilAsserted(
                        () ->
                                assertThat(count("read.audit_entries"))
                                        .isEqualTo(count("domain_event")));
        assertThat(count("read.users"))
                .isEqualTo(count("domain_event where payload_type = 'identity.UserRegistered'"));
    }

    @Test
    void aSessionThatEndedStaysEndedWhenTheClocksAreSetBack() {
        People.Bearer somebody = people.user();
        Jumps.clocksTo(HOUR.negated());
        people.get("/api/users/me", somebody).expectStatus().isUnauthorized();

        People.Bearer again = people.refresh(somebody);
        people.get("/api/users/me", again).expectStatus().isOk();
        people.delete("/api/sessions/" + again.session(), again).expectStatus().isNoContent();

        people.get("/api/users/me", again).expectStatus().isUnauthorized();
        people.post("/api/auth/refresh", Map.of("refreshToken", again.refresh()))
                .expectStatus()
                .isUnauthorized();
    }

    private long count(String from) {
        return daybook.bean(JdbcClient.class)
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }
}
