package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.log.EventTypes;
import io.daybook.query.assistant.AssistantProjections;
import io.daybook.query.audit.AuditProjections;
import io.daybook.query.connections.ConnectionsProjections;
import io.daybook.query.identity.IdentityProjections;
import io.daybook.query.projects.ProjectsProjections;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Set;

/** Each projection says which events change it; no other does. */
class InterestsTest {

    private static final AnnotationConfigApplicationContext PROJECTIONS =
            new AnnotationConfigApplicationContext(
                    IdentityProjections.class,
                    ConnectionsProjections.class,
                    ProjectsProjections.class,
                    AssistantProjections.class,
                    AuditProjections.class);

    static Set<String> events() {
        return EventTypes.all().keySet();
    }

    @AfterAll
    static void close() {
        PROJECTIONS.close();
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatAProjectionDoesNotAskForChangesNothingInIt(String name) throws IOException {
        Class<?> type = EventTypes.classOf(name).orElseThrow();
        Object event = sample(name, type);
        Collection<Projection> all = PROJECTIONS.getBeansOfType(Projection.class).values();

        assertThat(all)
                .filteredOn(projection -> !new Interests(projection).include(type))
                .allSatisfy(projection -> assertThat(change(projection, event).isEmpty()).isTrue());
        assertThat(all).anyMatch(projection -> new Interests(projection).include(type));
    }

    private static Batch change(Projection projection, Object event) {
        Batch batch = new Batch("none");
        projection.apply(
                new GenericDomainEventMessage<>(
                        "Sample", "019a0000-0000-7000-8000-000000000001", 0, event),
                1,
                batch);
        return batch;
    }

    private static Object sample(String name, Class<?> type) throws IOException {
        String file =
                "/events/" + name.replace('.', '/') + "/" + EventTypes.revisionOf(type) + ".json";
        try (InputStream sample = InterestsTest.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readValue(sample, type);
        }
    }
}
