package io.daybook.api.platform.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import com.google.protobuf.ByteString;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.mcp.postgres.SampleShop;
import io.daybook.api.platform.Commands;
import io.daybook.messages.Actor;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.IssueSetupLink;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import reactor.core.publisher.Hooks;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** What a collector of traces is sent by a running Daybook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TracesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TraceCollector collector = new TraceCollector();
    private final SampleShop shop = SampleShop.create();
    private final RunningDaybook daybook =
            RunningDaybook.start(
                    Map.of(
                            "management.opentelemetry.tracing.export.otlp.endpoint",
                            collector.endpoint(),
                            "management.opentelemetry.tracing.export.schedule-delay",
                            "50ms"));
    private final People people = new People(daybook);
    private final People.Bearer anna = people.user();

    @AfterAll
    void stop() {
        daybook.stop();
        collector.close();
        Hooks.disableAutomaticContextPropagation(); // which holds for the whole JVM
    }

    @Test
    void aRequestIsFollowedToItsCommandTheEventAndTheReadersOfIt() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        createProject("00-" + trace + "-b7ad6b7169203331-01");

        Span request =
                one(span -> span.getName().equals("http post /api/projects") && in(span, trace));
        assertThat(hex(request.getParentSpanId())).isEqualTo("b7ad6b7169203331");
        Span command =
                one(span -> span.getName().equals("projects.CreateProject") && in(span, trace));
        assertThat(command.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(command.getEventsList())
                .extracting(Span.Event::getName)
                .containsExactly("projects.ProjectCreated");
        assertThat(
                        one(span -> span.getName().equals("append") && in(span, trace))
                                .getParentSpanId())
                .isEqualTo(command.getSpanId());
        for (String reader : List.of("projects", "audit")) {
            Span batch =
                    one(
                            span ->
                                    span.getName().equals("project " + reader)
                                            && leadsTo(span, command));
            assertThat(in(batch, trace)).isFalse();
        }
        assertThat(metaData("projects.ProjectCreated"))
                .contains("00-" + trace + "-" + hex(command.getSpanId()) + "-01");
    }

    @Test
    void whatAnAutomationDoesLeadsBackToTheCommandThatItCameOf() {
        people.user();

        Span registration = one(span -> span.getName().equals("identity.RegisterUser"));
        one(
                span ->
                        span.getName().equals("mail identity.EmailVerificationRequested")
                                && leadsTo(span, registration));
    }

    @Test
    void whoDoesNotWantToBeRecordedIsNotButHasTheTraceInItsProblems() {
        String trace = "11111111111111111111111111111111";

        daybook.client()
                .get()
                .uri("/api/projects/{id}", UUID.randomUUID())
                .headers(anna::on)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-00")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.traceId")
                .isEqualTo(trace);
        createProject("00-" + trace + "-b7ad6b7169203331-00");
        createProject("00-22222222222222222222222222222222-b7ad6b7169203331-01");
        one(span -> in(span, "22222222222222222222222222222222"));

        assertThat(collector.spans()).noneMatch(span -> in(span, trace));
        assertThat(metaData("projects.ProjectCreated")).doesNotContain(trace);
    }

    @Test
    void aRefusalIsNamedAndIsNoError() {
        String project = createProject("00-33333333333333333333333333333333-b7ad6b7169203331-01");
        daybook.client()
                .delete()
                .uri("/api/projects/{id}", project)
                .headers(people.user()::on)
                .exchange()
                .expectStatus()
                .isNotFound();

        daybook.client()
                .delete()
                .uri("/api/projects/{id}", UUID.randomUUID())
                .headers(anna::on)
                .exchange()
                .expectStatus()
                .isNotFound();

        // the other one found nothing to refuse it
        Span command =
                one(
                        span ->
                                span.getName().equals("projects.DeleteProject")
                                        && span.toString().contains("daybook.refusal"));
        assertThat(command.toString()).contains("not-found");
        assertThat(command.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
    }

    @Test
    void whatNoRequestLedToIsATraceOfItsOwnOnWhicheverThreadItRuns() {
        createProject("00-44444444444444444444444444444444-b7ad6b7169203331-01");
        daybook.bean(Commands.class)
                .send(new IssueSetupLink(Installation.ID, "a".repeat(64)), Actor.SYSTEM)
                .block();

        Span command = one(span -> span.getName().equals("identity.IssueSetupLink"));
        assertThat(command.getParentSpanId()).isEmpty();
        assertThat(in(command, "44444444444444444444444444444444")).isFalse();
    }

    @Test
    void linesOfTheLogNameTheTraceAndNoSpanHasSecretsOrPersonalData() {
        CapturedLog log = new CapturedLog();
        Logger commands = (Logger) LoggerFactory.getLogger(SimpleCommandBus.class);
        commands.setLevel(Level.DEBUG);
        log.start(daybook);
        PlantedJourney journey = new PlantedJourney(daybook.client(), shop);
        List<String> tokens;
        try {
            tokens = journey.go();
        } finally {
            log.stop();
            commands.setLevel(null);
        }

        Span asked = one(span -> span.getName().equals("assistant.AskQuestion"));
        one(
                span ->
                        span.getTraceId().equals(asked.getTraceId())
                                && (span.getName().equals("assistant.FailQuestion")
                                        || span.getName().equals("assistant.AnswerQuestion")));
        assertThat(log.lines())
                .filteredOn(line -> line.contains("AskQuestion"))
                .anySatisfy(line -> assertThat(line).contains(hex(asked.getTraceId())));
        assertThat(collector.everything())
                .contains("daybook.request", "http post /api/auth/login")
                .doesNotContain(journey.planted())
                .doesNotContain(tokens)
                .doesNotContainIgnoringCase("select ")
                .doesNotContain("127.0.0.1");
        assertThat(daybook.bean(Environment.class).getProperty("logging.expect-correlation-id"))
                .isEqualTo("true");
    }

    private String createProject(String traceParent) {
        Map<String, Object> created =
                daybook.client()
                        .post()
                        .uri("/api/projects")
                        .headers(anna::on)
                        .header("traceparent", traceParent)
                        .bodyValue(Map.of("name", "Traced"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(Objects.requireNonNull(created).get("id"));
    }

    private String metaData(String type) {
        return String.join(
                "\n",
                daybook.bean(JdbcClient.class)
                        .sql("select meta_data from domain_event where payload_type = ?")
                        .param(type)
                        .query(String.class)
                        .list());
    }

    private Span one(Predicate<Span> wanted) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(collector.spans().stream().filter(wanted))
                                        .as(collector.names())
                                        .isNotEmpty());
        return collector.spans().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static boolean in(Span span, String trace) {
        return hex(span.getTraceId()).equals(trace);
    }

    private static boolean leadsTo(Span span, Span origin) {
        return span.getLinksList().stream()
                .anyMatch(
                        link ->
                                link.getTraceId().equals(origin.getTraceId())
                                        && link.getSpanId().equals(origin.getSpanId()));
    }

    private static String hex(ByteString identifier) {
        return HexFormat.of().formatHex(identifier.toByteArray());
    }
}
