package io.daybook.query;

import io.daybook.platform.bus.Automations;
import io.daybook.platform.log.LogHistory;
import io.daybook.platform.proof.DetailRetirement;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.proof.LogSize;
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
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Projections;
import io.daybook.query.platform.Rows;
import io.daybook.query.projects.ProjectsQueries;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Clock;
import java.util.List;

/** Sets up who answers queries. */
@Configuration(proxyBeanMethods = false)
public class QuerySideConfiguration {

    @Bean
    Rows rows(DatabaseClient database) {
        return new Rows(database);
    }

    @Bean
    IdentityQueries identityQueries(Rows rows) {
        return new IdentityQueries(rows);
    }

    @Bean
    ConnectionsQueries connectionsQueries(Rows rows) {
        return new ConnectionsQueries(rows);
    }

    @Bean
    ProjectsQueries projectsQueries(Rows rows) {
        return new ProjectsQueries(rows);
    }

    @Bean
    AssistantQueries assistantQueries(Rows rows, Clock clock) {
        return new AssistantQueries(rows, clock);
    }

    @Bean
    AuditQueries auditQueries(Rows rows, Projections projections) {
        return new AuditQueries(rows, projections);
    }

    @Bean
    ProofQueries proofQueries(LogProof proof) {
        return new ProofQueries(proof);
    }

    @Bean
    GrowthQueries growthQueries(LogSize size, DetailRetirement details) {
        return new GrowthQueries(size, details);
    }

    @Bean
    Kinds kinds(List<Kind<?>> all) {
        return new Kinds(all);
    }

    @Bean
    PastQueries pastQueries(Kinds kinds, LogHistory log, JdbcClient jdbc, Clock clock) {
        return new PastQueries(kinds, log, new Telling(jdbc), clock);
    }

    @Bean
    DeadLetterQueries deadLetterQueries(Rows rows) {
        return new DeadLetterQueries(rows);
    }

    @Bean
    KeptFilterQueries keptFilterQueries(Rows rows) {
        return new KeptFilterQueries(rows);
    }

    @Bean
    OverviewQueries overviewQueries(Rows rows) {
        return new OverviewQueries(rows);
    }

    @Bean
    CatalogueQueries catalogueQueries(List<Projection> projections) {
        return new CatalogueQueries(projections);
    }

    @Bean
    RebuildRequests rebuildRequests(Projections projections, Automations automations) {
        return new RebuildRequests(projections, automations);
    }
}
