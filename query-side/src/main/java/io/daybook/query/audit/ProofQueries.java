package io.daybook.query.audit;

import io.daybook.messages.Refusal;
import io.daybook.messages.audit.LogCheckpoint;
import io.daybook.messages.audit.LogCheckpointPage;
import io.daybook.messages.audit.LogCheckpoints;
import io.daybook.messages.audit.LogVerdict;
import io.daybook.messages.audit.LogVerification;
import io.daybook.messages.audit.LogVerificationStep;
import io.daybook.platform.proof.Checkpoint;
import io.daybook.platform.proof.LogFinding;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.proof.NoteKey;

import org.axonframework.queryhandling.QueryHandler;

import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

import java.util.List;
import java.util.function.Function;

/** Answers whether the log is what it was. */
public final class ProofQueries {

    // half of a small machine goes on working for people meanwhile
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final LogProof proof;

    public ProofQueries(LogProof proof) {
        this.proof = proof;
    }

    @QueryHandler
    LogCheckpointPage answer(LogCheckpoints query) {
        return new LogCheckpointPage(
                proof.origin(),
                proof.keys().stream().map(NoteKey::toString).toList(),
                proof.checkpoints(query.below(), query.limit()).stream()
                        .map(
                                kept ->
                                        new LogCheckpoint(
                                                kept.size(),
                                                kept.position(),
                                                kept.takenAt().toInstant(),
                                                kept.note()))
                        .toList());
    }

    /** Walks on a thread of its own, which ends with the interest of whoever asked. */
    @QueryHandler
    Flux<LogVerificationStep> answer(LogVerification query) {
        List<Checkpoint> kept = read(query.checkpoints(), Checkpoint::parse);
        List<NoteKey> keys = read(query.keys(), NoteKey::parse);
        return Flux.create(
                sink -> {
                    Thread walker =
                            Thread.ofPlatform()
                                    .name("verify")
                                    .daemon()
                                    .start(() -> walk(kept, keys, sink));
                    sink.onDispose(walker::interrupt);
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private static <T> List<T> read(List<String> given, Function<String, T> reader) {
        try {
            return given.stream().map(reader).toList();
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "checkpoint-unreadable",
                    "This is neither a checkpoint of Daybook nor one of its keys.");
        }
    }

    private void walk(
            List<Checkpoint> kept, List<NoteKey> keys, FluxSink<LogVerificationStep> sink) {
        try {
            long expected = proof.length();
            sink.next(new LogVerificationStep(0, expected, null));
            var verdict =
                    proof.verify(
                            kept,
                            keys,
                            THREADS,
                            events -> sink.next(new LogVerificationStep(events, expected, null)));
            sink.next(new LogVerificationStep(verdict.events(), expected, told(verdict)));
            sink.complete();
        } catch (InterruptedException nobodyListens) {
            sink.complete();
        } catch (RuntimeException failed) {
            sink.error(failed);
        }
    }

    private static LogVerdict told(io.daybook.platform.proof.LogVerdict verdict) {
        LogFinding finding = verdict.finding();
        return new LogVerdict(
                verdict.events(),
                verdict.position(),
                verdict.retired(),
                verdict.unsigned(),
                verdict.root(),
                verdict.checkpoints(),
                finding == null ? null : finding.position(),
                finding == null ? null : finding.kind().name(),
                finding == null ? null : finding.detail(),
                verdict.millis());
    }
}
