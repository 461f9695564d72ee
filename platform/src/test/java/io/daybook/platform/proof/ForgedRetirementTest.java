package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.audit.DetailsRetired;
import io.daybook.platform.Identifiers;
import io.daybook.platform.keys.InstallationKeys;
import io.daybook.platform.proof.DetailRetirement.Stretch;
import io.daybook.platform.proof.LogFinding.Kind;
import io.daybook.platform.proof.LogVerdict.Vouching;

import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Two tools were called ten days ago (1 to 4), a person came (5, 6), and Daybook retired the calls
 * (7). Then somebody who can write the database removes the event at 6 and says that it was
 * retired.
 */
class ForgedRetirementTest {

    private static final Instant NOW = Instant.parse("2025-07-20T12:00:00Z");
    private static final Instant WEEK_AGO =
            NOW.truncatedTo(ChronoUnit.DAYS).minus(7, ChronoUnit.DAYS);
    private static final Instant THEN = NOW.minus(10, ChronoUnit.DAYS);
    private static final List<String> TABLES =
            List.of(
                    "domain_event",
                    "log_block",
                    "log_frontier",
                    "log_checkpoint",
                    "checkpoint_key");

    @TempDir private Path data;
    private TestLog log;
    private NoteKey key;

    @BeforeEach
    void retireTrulyAndSign() {
        log = new TestLog(data);
        log.callTool(THEN);
        log.callTool(THEN);
        log.write(2);
        log.chainAll();
        retire();
        log.chainAll();
        log.sign();
        key = log.proof.keys().getFirst();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aTrueOneIsVouchedForByWhoeverIsTrusted() throws Exception {
        assertThat(log.verify().vouching()).isEqualTo(Vouching.OWN_KEYS);
        assertThat(log.verify(List.of(), List.of(key)))
                .satisfies(
                        verdict -> {
                            assertThat(verdict.finding()).isNull();
                            assertThat(verdict.retired()).isEqualTo(4);
                            assertThat(verdict.unsigned()).isZero();
                            assertThat(verdict.vouching()).isEqualTo(Vouching.GIVEN_KEYS);
                        });
        assertThat(verifyExport(List.of(key)).finding()).isNull();
        assertThat(verifyExport(List.of()).vouching()).isEqualTo(Vouching.KEYS_OF_THE_LOG);
    }

    @Test
    void isFoundOutWhateverItsSignatureIs() throws Exception {
        TABLES.forEach(table -> log.sql("create table kept_%1$s as table %1$s".formatted(table)));
        DetailsRetired real = said(7);
        isFoundOut("without any", forged(""));
        isFoundOut("of another retirement", forged(real.signature()));
        isFoundOut("that is none", forged("?"));
        isFoundOut("of a key that he made", signed(forged(""), "retired_at is null"));
        isFoundOut("of a key that he made and hid", signed(forged(""), "false"));
        DetailsRetired early =
                new DetailsRetired(
                        Identifiers.next(),
                        WEEK_AGO,
                        1,
                        9,
                        9,
                        PositionSet.write(new long[] {6, 20}),
                        "");
        isFoundOut("of what came later", RetirementNote.signed(early, origin(), signer()));
        log.sql("update log_identity set log_id = gen_random_uuid()");
        log.sql("delete from log_checkpoint");
        assertThat(log.verify().finding())
                .as("in another log")
                .satisfies(
                        found -> {
                            assertThat(found.kind()).isEqualTo(Kind.RETIREMENT_NOT_SIGNED);
                            assertThat(found.position()).isEqualTo(7);
                        });
    }

    @Test
    void onesFromBeforeTheyWereSignedAreCountedApart() throws Exception {
        Checkpoint kept = log.sign();
        log.sql(
                "update domain_event set payload_revision = '1',"
                        + " payload = (payload::jsonb - 'signature')::text where global_index = 7");
        rewriteTheChain();
        assertThat(log.verify().finding())
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.RETIREMENT_NOT_SIGNED));

        log.sql("update log_retirement set unsigned_up_to = 7");
        assertThat(log.verify().finding()).isNull();
        assertThat(log.verify().unsigned()).isEqualTo(4);
        assertThat(verifyExport(List.of(key)).unsigned()).isEqualTo(4);
        assertThat(log.sign().unsignedUpTo()).isEqualTo(7);
        assertThat(log.verify().finding()).isNull();

        assertThat(kept.unsignedUpTo()).as("said before").isZero();
        assertThat(log.verify(kept).finding()).isNotNull();
    }

    @Test
    void aChangeOfTheKeyIsFollowedBothWays() throws Exception {
        log.transactions.execute(status -> log.checkpoints.rotate());
        log.callTool(THEN);
        log.chainAll();
        retire();
        log.chainAll();
        NoteKey next = log.proof.keys().getFirst();

        assertThat(next).isNotEqualTo(key);
        for (NoteKey trusted : List.of(key, next)) {
            assertThat(log.verify(List.of(), List.of(trusted)).finding()).isNull();
            assertThat(verifyExport(List.of(trusted)).finding()).isNull();
        }
        assertThat(log.verify().finding()).isNull();
        log.sql("delete from log_checkpoint");
        assertThat(log.verify(List.of(), List.of(next)).finding())
                .satisfies(found -> assertThat(found.position()).isEqualTo(7));
    }

    @Test
    void whatWasMadeADetailIsNotRetired() {
        log.sql(
                """
                update domain_event set payload_type = 'connections.ToolAnswered', time_stamp = '2025-07-01',
                  aggregate_id = gen_random_uuid() where global_index = 6
                """);
        log.sql("update log_retirement set position = 0");

        assertThatThrownBy(this::retire)
                .isInstanceOf(TamperedDetails.class)
                .hasMessageContaining("6");
        assertThat(log.verify().finding())
                .satisfies(
                        found -> {
                            assertThat(found.kind()).isEqualTo(Kind.ALTERED);
                            assertThat(found.position()).isEqualTo(6);
                        });
    }

    private void isFoundOut(String signature, DetailsRetired forged) throws Exception {
        log.sql("delete from domain_event where global_index = 6");
        UUID id = forged.retirementId();
        log.append(NOW, id, 0, forged);
        ThrowingConsumer<LogFinding> isNamed =
                found -> {
                    assertThat(found.kind()).isEqualTo(Kind.RETIREMENT_NOT_SIGNED);
                    assertThat(found.position()).isGreaterThanOrEqualTo(7);
                    assertThat(found.detail()).contains("not made by Daybook");
                };
        assertThat(log.verify().finding()).as(signature).satisfies(isNamed);
        log.chainAll();
        assertThat(log.verify().finding()).as(signature + ", chained").satisfies(isNamed);
        assertThat(verifyExport(List.of(key)).finding()).as(signature).satisfies(isNamed);
        TABLES.forEach(
                table -> {
                    log.sql("delete from " + table);
                    log.sql(
                            "insert into %1$s overriding system value select * from kept_%1$s"
                                    .formatted(table));
                });
    }

    private DetailsRetired forged(String signature) {
        return new DetailsRetired(
                Identifiers.next(),
                WEEK_AGO,
                1,
                9,
                6,
                PositionSet.write(new long[] {6}),
                signature);
    }

    /**
     * By a key of his own, which he puts beside ours or in its place, and under our checkpoints.
     */
    private DetailsRetired signed(DetailsRetired forged, String inPlaceOf) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey his = NoteKey.of(origin(), pair.getPublic());
        CheckpointKeys.Signer signer = new CheckpointKeys.Signer(his, pair.getPrivate());
        log.jdbc.update("update checkpoint_key set public_key = ? where " + inPlaceOf, his.key());
        log.jdbc.update(
                "insert into checkpoint_key (public_key, created_at, retired_at)"
                        + " values (?, now(), now()) on conflict do nothing",
                his.key());
        for (String note : log.jdbc.queryForList("select note from log_checkpoint", String.class)) {
            log.jdbc.update(
                    "update log_checkpoint set note = ? where note = ?",
                    signer.sign(SignedNote.parse(note)).toString(),
                    note);
        }
        return RetirementNote.signed(forged, origin(), signer);
    }

    private DetailsRetired said(long position) {
        return Objects.requireNonNull(
                log.jdbc.queryForObject(
                        "select payload from domain_event where global_index = ?",
                        (row, number) ->
                                JsonMapper.shared()
                                        .readValue(row.getString(1), DetailsRetired.class),
                        position));
    }

    private CheckpointKeys.Signer signer() {
        return new CheckpointKeys(log.jdbc, log.node.get(InstallationKeys.class), Clock.systemUTC())
                .current();
    }

    private String origin() {
        return log.proof.origin();
    }

    private void rewriteTheChain() {
        log.sql("delete from log_checkpoint");
        log.sql("delete from log_block");
        log.sql("update log_frontier set size = 0, nodes = '', last_position = 0");
        log.chainAll();
    }

    private void retire() {
        DetailRetirement details = log.node.get(DetailRetirement.class);
        Stretch stretch = details.next(WEEK_AGO).orElseThrow();
        log.transactions.executeWithoutResult(
                status -> {
                    UUID id = Identifiers.next();
                    log.append(NOW, id, 0, details.retire(id, stretch).orElseThrow());
                });
    }

    private LogVerdict verifyExport(List<NoteKey> trusted) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogExport.write(log.jdbc, out, NOW);
        return LogProof.verifyExport(
                new ByteArrayInputStream(out.toByteArray()), List.of(), trusted, 2, events -> {});
    }
}
