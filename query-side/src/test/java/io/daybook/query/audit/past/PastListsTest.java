package io.daybook.query.audit.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.Moment;
import io.daybook.messages.audit.PastThings;
import io.daybook.messages.audit.ThingsAsOf;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.platform.Identifiers;
import io.daybook.query.QueryNode;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whole lists as of a moment. */
final class PastListsTest extends PastOfThings {

    PastListsTest(QueryNode node) {
        super(node);
    }

    @Test
    void listsWhatThereWasAtAMoment() {
        UUID ada = person("Ada");
        UUID spring = Identifiers.next();
        node.happened(spring, new ProjectCreated(spring, ada, "Spring", null));
        long before = node.position();
        UUID summer = Identifiers.next();
        node.happened(summer, new ProjectCreated(summer, ada, "Summer", null))
                .happened(spring, new ProjectDeleted(spring, ada));

        assertThat(projectsOf(ada, Moment.at(before), false)).containsExactly(spring);
        assertThat(projectsOf(ada, Moment.NOW, false)).containsExactly(summer);
        assertThat(projectsOf(ada, Moment.NOW, true)).containsExactly(summer, spring);
        assertThat(projectsOf(ada, Moment.at(Instant.EPOCH), true)).isEmpty();
    }

    @Test
    void pagesThroughAListWithoutLosingAnybody() {
        for (int i = 0; i < 120; i++) {
            person("Somebody " + i);
        }
        Moment moment = Moment.at(node.position());
        person("Late");
        List<UUID> found = new ArrayList<>();
        String cursor = null;
        do {
            PastThings page =
                    node.ask(new ThingsAsOf("users", moment, false, 50, cursor), PastThings.class);
            page.items().forEach(item -> found.add(item.id()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(found)
                .doesNotHaveDuplicates()
                .hasSize(
                        node.jdbc()
                                        .sql("select count(*) from read.users")
                                        .query(Integer.class)
                                        .single()
                                - 1);
    }
}
