package io.daybook.api.audit;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.Map;

/** Two people and an administrator in a running Daybook of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkspaceTest {

    final RunningDaybook daybook = RunningDaybook.start(Map.of());
    final People people = new People(daybook);
    final WebTestClient client = daybook.client();

    final People.Bearer anna = people.user();
    final People.Bearer ben = people.user();
    final People.Bearer root = people.administrator();

    @AfterAll
    void stop() {
        daybook.stop();
    }
}
