package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.platform.Identifiers;
import io.daybook.platform.log.Events;
import io.daybook.platform.proof.DetailRetirement.Stretch;
import io.daybook.platform.proof.LogFinding.Kind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Ten days ago a person registered (1, when the clock was a year ahead, which keeps nothing), six
 * tools were called and answered in turn (2 to 13), and a seventh was called (14), which answered
 * yesterday (16), after another event of the person (15).
 */
class DetailRetirementTest {

    private static final Instant NOW = Instant.parse("2025-07-20T12:00:00Z");
    private static final Instant WEEK_AGO =
            NOW.truncatedTo(ChronoUnit.DAYS).minus(7, ChronoUnit.DAYS);
    private static final Instant THEN = NOW.minus(10, ChronoUnit.DAYS);

    @TempDir private Path data;
    private TestLog log;
    private DetailRetirement details;

    @BeforeEach
    void writeALogWithDetails() {
        log = new TestLog(data);
        details = log.node.get(DetailRetirement.class).inStretchesOf(8);
        append(NOW.plus(365, ChronoUnit.DAYS), log.user, 0, Events.registered(log.user));
        for (int call = 0; call < 6; call++) {
            log.callTool(THEN);
        }
        UUID late = Identifiers.next();
        append(THEN, late, 0, log.called(late));
        append(THEN, log.user, 1, new EmailVerified(log.user));
        append(NOW.minus(1, ChronoUnit.DAYS), late, 1, log.answered(late));
        log.chainAll();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void takesWhatEndedAndLeavesTheProof() throws Exception {
        Checkpoint before = log.sign();
        retireAll();

        assertThat(positions()).containsExactly(1L, 14L, 15L, 16L, 17L, 18L);
        log.chainAll();
        LogVerdict verdict = log.verify(before);
        assertThat(verdict.finding()).isNull();
        assertThat(verdict.events()).isEqualTo(18);
        assertThat(verdict.retired()).isEqualTo(12);
        assertThat(new LogSize(log.jdbc).totals().events()).isEqualTo(6);
        assertThat(new LogSize(log.jdbc).totals().retired()).isEqualTo(12);
    }

    @Test
    void isDoneAnewWhereItsTransactionWasLost() {
        Stretch stretch = details.next(WEEK_AGO).orElseThrow();
        log.transactions.executeWithoutResult(
                status -> {
                    assertThat(details.retire(Identifiers.next(), stretch)).isPresent();
                    status.setRollbackOnly();
                });
        assertThat(positions()).hasSize(16);

        assertThat(retire(stretch)).isPresent();
        assertThat(retire(stretch)).as("by somebody slower").isEmpty();
        assertThat(details.next(WEEK_AGO)).isPresent();
    }

    @Test
    void namesAnEventThatNobodyRetired() {
        retireAll();
        log.chainAll();
        log.sql("delete from domain_event where global_index = 15");

        assertThat(log.verify().finding())
                .satisfies(
                        found -> {
                            assertThat(found.kind()).isEqualTo(Kind.MISSING);
                            assertThat(found.position()).isEqualTo(15);
                        });
    }

    @Test
    void believesNoStatementThatWasAltered() {
        retireAll();
        log.chainAll();
        log.sql("delete from domain_event where global_index = 15");
        log.jdbc.update(
                "update domain_event set payload = jsonb_set(payload::jsonb, '{positions}',"
                        + " to_jsonb(?::text))::text where global_index = 17",
                PositionSet.write(new long[] {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15}));

        assertThat(log.verify().finding())
                .satisfies(
                        found -> {
                            assertThat(found.kind()).isEqualTo(Kind.ALTERED);
                            assertThat(found.position()).isEqualTo(17);
                        });
    }

    @Test
    void tellsAnAlteredEntryOfTheChainFromWhatWasRetired() {
        retireAll();
        log.chainAll();
        log.sql("update log_block set leaves = set_byte(leaves, 0, get_byte(leaves, 0) # 1)");

        assertThat(log.verify().finding())
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.CHAIN_ALTERED));
    }

    @Test
    void isProvedByAnExportAlone() throws Exception {
        retireAll();
        assertThat(verdictOf(export())).as("before the statements are chained").isNull();
        log.chainAll();
        String export = export();
        assertThat(verdictOf(export)).isNull();

        assertThat(verdictOf(without(export, "{\"position\":15,")))
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.MISSING));
        assertThat(verdictOf(without(export, "{\"retirement\":")))
                .satisfies(found -> assertThat(found.position()).isEqualTo(2));
    }

    @Test
    void believesNoExportThatClaimsWhatItsLogDoesNotSay() throws Exception {
        String before = export();
        retireAll();
        String statement =
                export().lines()
                        .filter(line -> line.startsWith("{\"retirement\":"))
                        .findFirst()
                        .orElseThrow();
        int head = before.indexOf('\n') + 1;
        String forged = before.substring(0, head) + statement + '\n' + before.substring(head);

        assertThatThrownBy(() -> verdictOf(forged)).hasMessageContaining("its log does not");
        assertThat(
                        verdictOf(
                                without(
                                        forged.replace(
                                                "{\"retirement\":{\"position\":17,",
                                                "{\"retirement\":{\"position\":15,"),
                                        "{\"position\":7,")))
                .satisfies(found -> assertThat(found.position()).isEqualTo(15));
    }

    @Test
    void waitsForWhoeverWalksAlongTheLog() throws Exception {
        Stretch stretch = details.next(WEEK_AGO).orElseThrow();

        assertThat(LogHold.during(log.jdbc, () -> retire(stretch))).isEmpty();
        assertThat(retire(stretch)).isPresent();
    }

    private void retireAll() {
        Optional<Stretch> next = details.next(WEEK_AGO);
        while (next.isPresent()) {
            assertThat(retire(next.get())).isPresent();
            next = details.next(WEEK_AGO);
        }
    }

    private Optional<DetailsRetired> retire(Stretch stretch) {
        return Objects.requireNonNull(
                log.transactions.execute(
                        status -> {
                            UUID id = Identifiers.next();
                            Optional<DetailsRetired> retired = details.retire(id, stretch);
                            retired.ifPresent(said -> append(NOW, id, 0, said));
                            return retired;
                        }));
    }

    private void append(Instant at, UUID aggregate, long sequence, Object payload) {
        log.append(at, aggregate, sequence, payload);
    }

    private List<Long> positions() {
        return log.jdbc.queryForList(
                "select global_index from domain_event order by 1", Long.class);
    }

    private String export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogExport.write(log.jdbc, out, NOW);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static @Nullable LogFinding verdictOf(String export)
            throws IOException, InterruptedException {
        return LogProof.verifyExport(
                        new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)),
                        List.of(),
                        List.of(),
                        2,
                        events -> {})
                .finding();
    }

    /** The export without a line, and with an end that hides it. */
    private static String without(String export, String line) {
        long events = export.lines().filter(each -> each.startsWith("{\"position\":")).count();
        String cut =
                String.join("\n", export.lines().filter(each -> !each.startsWith(line)).toList())
                        + "\n";
        long left = cut.lines().filter(each -> each.startsWith("{\"position\":")).count();
        return cut.replace("{\"end\":" + events + "}", "{\"end\":" + left + "}");
    }
}
