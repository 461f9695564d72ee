package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.platform.proof.LogFinding.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

/** What was signed and kept elsewhere, against a log whose owner rewrote all of it. */
class CheckpointsTest {

    @TempDir private Path data;
    private TestLog log;

    @BeforeEach
    void writeAndSign() {
        log = new TestLog(data);
        log.writeChained(2, 3);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void agreeWithTheLogThatTheyWereTakenOf() {
        Checkpoint kept = log.sign();
        log.writeChained(1, 5);
        log.sign();

        LogVerdict verdict = log.verify(Checkpoint.parse(kept.toString()));

        assertThat(verdict.finding()).isNull();
        assertThat(verdict.checkpoints()).isEqualTo(3);
        assertThat(kept.size()).isEqualTo(6);
        assertThat(kept.position()).isEqualTo(6);
    }

    @Test
    void discoverALogThatWasRewrittenTogetherWithItsChain() {
        Checkpoint first = log.sign();
        log.writeChained(1, 4);
        Checkpoint second = log.sign();
        log.sql("update domain_event set payload = '{}' where global_index = 8");
        rewriteTheChain();

        assertThat(log.verify().finding()).isNull();
        assertThat(log.verify(first, second).finding())
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(Kind.REWRITTEN);
                            assertThat(finding.position()).isEqualTo(7);
                            assertThat(finding.detail()).contains("position 7 up to 10");
                        });
    }

    @Test
    void discoverALogWhoseEndWasCutOff() {
        Checkpoint kept = log.sign();
        log.sql("delete from domain_event where global_index > 4");
        rewriteTheChain();

        assertThat(log.verify(kept).finding())
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(Kind.CUT_OFF);
                            assertThat(finding.position()).isEqualTo(5);
                        });
    }

    @Test
    void areNotBelievedWithoutAKnownSignature() {
        Checkpoint kept = log.sign();
        Checkpoint forged = Checkpoint.parse(kept.toString().replace("\n6\n", "\n5\n"));

        assertThat(log.verify(forged).finding())
                .satisfies(
                        finding ->
                                assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT_NOT_SIGNED));
        assertThatThrownBy(() -> Checkpoint.parse("no checkpoint"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAKeyThatWasPutInPlaceOfTheRealOneAreNotBelievedByWhoeverKeptIt() {
        List<NoteKey> trusted = List.of(key(log.sign()));
        log.sql("delete from log_checkpoint");
        log.sql("delete from checkpoint_key");
        log.writeChained(1, 1);
        log.sign();

        assertThat(log.verify().finding()).isNull();
        assertThat(log.verify(List.of(), trusted).finding())
                .satisfies(
                        finding ->
                                assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT_NOT_SIGNED));
    }

    @Test
    void surviveAChangeOfTheKey() {
        Checkpoint before = log.sign();
        List<NoteKey> trusted = List.of(key(before));
        log.write(1);
        log.transactions.execute(status -> log.checkpoints.rotate());
        log.write(1);
        Checkpoint after = log.sign();

        assertThat(key(after)).isNotEqualTo(key(before));
        assertThat(after.isSignedBy(trusted)).isFalse();
        assertThat(log.verify(List.of(before, after), trusted).finding()).isNull();
        assertThat(
                        log.jdbc.queryForObject(
                                "select count(private_key) from checkpoint_key", Long.class))
                .isEqualTo(1);
    }

    @Test
    void ofAKeyThatMerelySignedBesideTheRealOneAreNotBelieved() throws Exception {
        NoteKey real = key(log.sign());
        log.writeChained(1, 1);
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        CheckpointKeys.Signer other =
                new CheckpointKeys.Signer(
                        NoteKey.of(log.proof.origin(), pair.getPublic()), pair.getPrivate());
        log.jdbc.update(
                "insert into checkpoint_key (public_key, created_at, retired_at) values (?, now(),"
                        + " now())",
                other.key().key());
        Checkpoint kept = log.sign();
        Checkpoint beside = Checkpoint.of(other.sign(SignedNote.parse(kept.toString())));
        Checkpoint alone =
                Checkpoint.of(
                        other.sign(
                                new SignedNote(
                                        SignedNote.parse(kept.toString()).text(), List.of())));

        assertThat(log.verify(List.of(beside), List.of(real)).finding()).isNull();
        assertThat(log.verify(List.of(beside, alone), List.of(real)).finding())
                .satisfies(
                        finding ->
                                assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT_NOT_SIGNED));
    }

    @Test
    void ofAnotherLogAreToldApart() {
        Checkpoint kept = log.sign();
        log.sql("update log_identity set log_id = gen_random_uuid()");
        log.sql("delete from log_checkpoint");

        assertThat(log.verify(kept).finding())
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.OTHER_LOG));
    }

    /** What the owner of the database can do: everything but sign. */
    private void rewriteTheChain() {
        log.sql("delete from log_checkpoint");
        log.sql("delete from log_block");
        log.sql("update log_frontier set size = 0, nodes = '', last_position = 0");
        log.chainAll();
    }

    private NoteKey key(Checkpoint checkpoint) {
        return log.proof.keys().stream()
                .filter(key -> checkpoint.isSignedBy(List.of(key)))
                .findFirst()
                .orElseThrow();
    }
}
