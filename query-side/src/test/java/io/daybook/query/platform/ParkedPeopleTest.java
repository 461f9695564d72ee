package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.GenerationComparison;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Somebody who is erased does not come back by what was parked of them. */
class ParkedPeopleTest {

    @TempDir private Path data;
    private QueryNode node;
    private final UUID ada = Identifiers.next();
    private final UUID ben = Identifiers.next();

    @BeforeEach
    void start() {
        node = QueryNode.start(TestDatabase.create(), data);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whatIsParkedOfThemGoesAndRebuildsAreTheSame() throws InterruptedException {
        refuse("users", "users", "full_name <> 'Ada'");
        refuse("projects", "projects", "name <> 'Bad'");
        refuse("audit", "audit_entries", "sentence not like '%Bad%'");
        registered(ada, "Ada");
        registered(ben, "Ben");
        UUID project = created(ada);
        UUID other = created(ben);
        settle();
        assertThat(parked()).isEqualTo(List.of("audit@1 2", "projects@1 2", "users@1 1"));

        node.happened(ada, new UserErasureRequested(ada));
        settle();
        node.together(() -> node.projections().orders().retry("projects@1", project));
        erased();
        settle();

        assertThat(parked()).isEqualTo(List.of("audit@1 1", "projects@1 1"));
        assertThat(node.rows("users")).hasSize(1);
        node.jdbc().sql("alter table p_projects_1.projects drop constraint no").update();
        node.jdbc().sql("alter table p_audit_1.audit_entries drop constraint no").update();
        node.together(
                () -> {
                    node.projections().orders().retry("projects@1", other);
                    node.projections().orders().retry("audit@1", other);
                });
        for (String projection : List.of("users", "projects", "audit")) {
            node.projections().rebuild(projection);
            until(() -> compared(projection) != null);
            assertThat(compared(projection))
                    .satisfies(found -> assertThat(found.same()).as("%s", found).isTrue());
        }
    }

    private @Nullable GenerationComparison compared(String projection) {
        ProjectionStatus status = node.status(projection);
        RebuildStatus rebuild = status.rebuild();
        return rebuild == null ? status.comparison() : rebuild.comparison();
    }

    @Test
    void whatWasLeftOfThemIsNotTakenInAndGoesWhereverItIs() throws InterruptedException {
        node.together(
                () -> {
                    node.projections().rebuild("users");
                    node.projections().orders().pause("users", 2);
                });
        registered(ada, "Ada");
        park("users@2");
        parkForAutomations();
        settle();
        node.happened(ada, new UserErasureRequested(ada));
        erased();
        settle();
        until(() -> parked().isEmpty());
        until(
                () ->
                        node.jdbc()
                                .sql("select from automation_dead_letter")
                                .query()
                                .listOfRows()
                                .isEmpty());

        park("users@1"); // as it is where Daybook was older when somebody was erased
        node.together(() -> node.projections().orders().retry("users@1", ada));

        assertThat(node.rows("users")).isEmpty();
        assertThat(parked()).isEmpty();
    }

    private void refuse(String projection, String table, String rule) {
        node.jdbc()
                .sql(
                        "alter table p_%s_1.%s add constraint no check (%s)"
                                .formatted(projection, table, rule))
                .update();
    }

    private void registered(UUID person, String name) {
        node.happened(
                person,
                new UserRegistered(
                        person, name + "@example.org", name, null, "$argon2id$", Role.USER));
    }

    private UUID created(UUID owner) {
        UUID project = Identifiers.next();
        node.happened(project, new ProjectCreated(project, owner, "Bad", null));
        return project;
    }

    private void erased() {
        node.get(PersonalKeys.class).destroy(ada);
        node.happened(ada, new UserErased(ada));
    }

    private void settle() throws InterruptedException {
        node.settled(UserProfileById.class)
                .settled(ProjectsOfUser.class)
                .settled(AuditEntries.class);
    }

    private List<String> parked() {
        return node.jdbc()
                .sql(
                        "select processor || ' ' || count(*) from dead_letter group by processor"
                                + " order by 1")
                .query(String.class)
                .list();
    }

    private void park(String processor) {
        node.jdbc()
                .sql(
                        """
                        insert into dead_letter (processor, position, sequence, event_id, type, error)
                        select ?, global_index, aggregate_id, event_id, payload_type, 'no' from domain_event
                        where payload_type = 'identity.UserRegistered'
                        """)
                .param(processor)
                .update();
    }

    private void parkForAutomations() {
        node.jdbc()
                .sql(
                        """
                        insert into automation_dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index,
                          message_type, event_identifier, time_stamp, payload_type, payload, enqueued_at)
                        select 'one', 'mails', aggregate_id, 0, '', event_id, now(), payload_type,
                          convert_to(payload, 'UTF8'), now()
                        from domain_event where payload_type = 'identity.UserRegistered'
                        """)
                .update();
    }
}
