package io.daybook.platform.proof;

import io.daybook.platform.proof.LogFinding.Kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Walks a log along its chain: rows are hashed and compared stretch by stretch side by side, the
 * tree is grown in order. Holds a few stretches at a time, however long the log is.
 */
final class LogVerifier {

    private static final int LOOK_AHEAD = 2;

    private final LogSource log;
    private final KnownCheckpoints checkpoints;
    private final VerifyingKeys keys;
    private final LongConsumer progress;
    private final Deque<Checked> running = new ArrayDeque<>();
    private final Retirements retirements;
    private final RetiredHashes hashes;
    private final MerkleTree tree = new MerkleTree();
    private long position;
    private long retired;

    LogVerifier(
            LogSource log,
            List<Checkpoint> given,
            VerifyingKeys keys,
            RetiredHashes hashes,
            LongConsumer progress) {
        this.log = log;
        this.checkpoints = KnownCheckpoints.of(log, given);
        this.keys = keys;
        this.retirements = log.retirements();
        retirements.judge(
                log.origin(),
                keys.retirements(),
                Math.min(log.unsignedUpTo(), checkpoints.unsignedUpTo()));
        this.hashes = hashes;
        this.progress = progress;
        hashes.begin(log.origin());
    }

    private record Checked(Stretch stretch, Future<StretchCheck.Result> result) {}

    /** Walks with so many threads beside this one. */
    LogVerdict verify(int threads) throws InterruptedException {
        long start = System.nanoTime();
        Optional<LogFinding> finding = checkpoints.untrusted(log.origin(), keys.checkpoints());
        if (finding.isEmpty()) {
            finding = checkpoints.compare(tree);
        }
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("verify-", 0).daemon().factory());
        try {
            while (finding.isEmpty() && fill(workers, threads + 1)) {
                finding = grow(running.remove());
                progress.accept(tree.size());
            }
        } finally {
            workers.shutdownNow();
        }
        return new LogVerdict(
                tree.size(),
                position,
                retired,
                retirements.unsigned(),
                retired == 0 ? null : keys.vouching(),
                Base64.getEncoder().encodeToString(tree.root()),
                checkpoints.agreed(),
                finding.or(this::lacking).orElse(null),
                (System.nanoTime() - start) / 1_000_000);
    }

    private boolean fill(ExecutorService workers, int most) {
        while (running.size() < most) {
            Optional<Stretch> next = log.next();
            if (next.isEmpty()) {
                break;
            }
            Stretch stretch = next.get();
            running.add(
                    new Checked(
                            stretch, workers.submit(() -> StretchCheck.of(stretch, retirements))));
        }
        return !running.isEmpty();
    }

    private Optional<LogFinding> grow(Checked checked) throws InterruptedException {
        StretchCheck.Result result = result(checked.result());
        Optional<Mismatch> mismatch = result.mismatch();
        retired += result.retired();
        List<Block> blocks = checked.stretch().blocks();
        for (int index = 0; index < blocks.size(); index++) {
            Block block = blocks.get(index);
            Optional<LogFinding> broken = order(block);
            if (broken.isPresent()) {
                return broken;
            }
            if (mismatch.isPresent() && mismatch.get().block() == index) {
                return Optional.of(
                        new Explanation(mismatch.get(), tree, position, ahead(checked), retirements)
                                .finding());
            }
            Optional<LogFinding> finding = grow(block).or(() -> retirements.unfounded(block));
            if (finding.isPresent()) {
                return finding;
            }
        }
        return Optional.empty();
    }

    private Optional<LogFinding> order(Block block) {
        if (block.start() == tree.size() && block.isWhole() && block.first() > position) {
            return Optional.empty();
        }
        return Optional.of(
                block.start() > tree.size() && block.isWhole() && block.first() > position + 1
                        ? new LogFinding(
                                position + 1,
                                Kind.CHAIN_MISSING,
                                "The entries of the chain from position %d up to %d are gone."
                                        .formatted(position + 1, block.first() - 1))
                        : altered(block, "does not follow the one before"));
    }

    private Optional<LogFinding> grow(Block block) {
        byte[] leaves = block.leaves();
        for (int offset = 0; offset < leaves.length; offset += Sha256.LENGTH) {
            tree.add(leaves, offset);
            if (tree.size() == checkpoints.nextSize()) {
                Optional<LogFinding> finding = checkpoints.compare(tree);
                if (finding.isPresent()) {
                    return finding;
                }
            }
        }
        if (!Arrays.equals(tree.root(), block.root())) {
            return Optional.of(
                    altered(
                            block,
                            "has another root than its events give: it was altered, or events were"
                                    + " together with it"));
        }
        position = block.last();
        hashes.add(block, retirements);
        return Optional.empty();
    }

    private static LogFinding altered(Block block, String how) {
        return new LogFinding(
                block.first(),
                Kind.CHAIN_ALTERED,
                "The entry of the chain for the positions from %d up to %d %s."
                        .formatted(block.first(), block.last(), how));
    }

    /** What is missing at the end of a log that is otherwise what it was. */
    private Optional<LogFinding> lacking() {
        if (tree.size() != log.end().size()) {
            return Optional.of(
                    new LogFinding(
                            position + 1,
                            Kind.CHAIN_MISSING,
                            "The chain had %d events up to position %d; its entries end after %d."
                                    .formatted(
                                            log.end().size(), log.end().position(), tree.size())));
        }
        for (byte[] frontier : log.end().frontier()) {
            if (!Arrays.equals(frontier, tree.frontier()) || log.end().position() != position) {
                return Optional.of(
                        new LogFinding(
                                position + 1,
                                Kind.CHAIN_ALTERED,
                                "The place from which the chain goes on was altered."));
            }
        }
        // what is not chained yet may excuse as well
        return checkpoints
                .unreached(tree.size(), position)
                .or(() -> retirements.forgedBehind(position));
    }

    private List<Stretch> ahead(Checked current) {
        List<Stretch> ahead = new ArrayList<>();
        ahead.add(current.stretch());
        running.forEach(checked -> ahead.add(checked.stretch()));
        while (ahead.size() <= LOOK_AHEAD) {
            Optional<Stretch> next = log.next();
            if (next.isEmpty()) {
                break;
            }
            ahead.add(next.get());
        }
        return ahead;
    }

    private static StretchCheck.Result result(Future<StretchCheck.Result> future)
            throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The log cannot be read", failed.getCause());
        }
    }
}
