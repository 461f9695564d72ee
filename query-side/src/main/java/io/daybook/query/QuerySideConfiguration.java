package io.daybook.query;

import io.daybook.platform.log.LogHistory;
import io.daybook.query.assistant.AssistantQueries;
import io.daybook.query.audit.AuditQueries;
import io.daybook.query.audit.CatalogueQueries;
import io.daybook.query.audit.DeadLetterQueries;
import io.daybook.query.audit.GrowthQueries;
import io.daybook.query.audit.KeptFilterQueries;
import io.daybook.query.audit.OverviewQueries;
import io.daybook.query.audit.ProofQueries;
import io.daybook.query.audit.RebuildRequests;
import io.daybook.query.audit.Telling;
import io.daybook.query.audit.past.Kind;
import io.daybook.query.audit.past.Kinds;
import io.daybook.query.audit.past.PastQueries;
import io.daybook.query.connections.ConnectionsQueries;
import io.daybook.query.identity.IdentityQueries;
import io.daybook.query.platform.Rows;
import io.daybook.query.projects.ProjectsQueries;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Clock;
import java.util.List;

/** Sets up who answers queries: those named here take what they need by their constructors. */
@Configuration(proxyBeanMethods = false)
@Import({
    IdentityQueries.class,
    ConnectionsQueries.class,
    ProjectsQueries.class,
    AssistantQueries.class,
    AuditQueries.class,
    ProofQueries.class,
    GrowthQueries.class,
    DeadLetterQueries.class,
    KeptFilterQueries.class,
    OverviewQueries.class,
    CatalogueQueries.class,
    RebuildRequests.class
})
public class QuerySideConfiguration {

    @Bean
    Rows rows(DatabaseClient database) {
        return new Rows(database);
    }

    @Bean
    Kinds kinds(List<Kind<?>> all) {
        return new Kinds(all);
    }

    @Bean
    PastQueries pastQueries(Kinds kinds, LogHistory log, JdbcClient jdbc, Clock clock) {
        return new PastQueries(kinds, log, new Telling(jdbc), clock);
    }
}
