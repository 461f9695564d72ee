package io.daybook.query.assistant;

import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.query.audit.past.Kind;
import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class AssistantProjections {

    @Bean
    Projection runsProjection() {
        return new RunsProjection();
    }

    @Bean
    Projection dashboardProjection() {
        return new DashboardProjection();
    }

    /** Questions as they were. */
    @Bean
    Kind<?> runsInTime() {
        return Kind.of(
                        "runs",
                        QuestionAsked.class,
                        new RunsProjection(),
                        RunsProjection.RUNS,
                        RunRow::askerId,
                        (row, then) ->
                                row.run(
                                        then.seen("connections", row.connectionId())
                                                        instanceof DatabaseConnection connection
                                                ? connection.name()
                                                : null))
                .erasedWithOwner();
    }
}
