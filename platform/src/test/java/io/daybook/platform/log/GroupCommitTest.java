package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class GroupCommitTest {

    private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstIsWriting = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    void writesTogetherWhatCameWhileAnotherWrote() throws Exception {
        GroupCommit<String> group = new GroupCommit<>(this::slowAtFirst);

        List<Long> positions =
                whileTheFirstWrites(group, () -> group.append(List.of("b", "c")), "d");

        assertThat(written).hasSize(2);
        assertThat(written.get(1))
                .containsExactlyInAnyOrder("b", "c", "d")
                .containsSequence("b", "c");
        assertThat(positions.getFirst()).isEqualTo(written.get(1).indexOf("c") + 2L);
        assertThat(positions.getLast()).isEqualTo(written.get(1).indexOf("d") + 2L);
    }

    @Test
    void letsTheOneFailWhoseDataIsRefusedAndNobodyElse() throws Exception {
        GroupCommit<String> group = new GroupCommit<>(this::slowAtFirst);

        List<Long> positions =
                whileTheFirstWrites(
                        group,
                        () -> {
                            assertThatThrownBy(() -> group.append(List.of("taken")))
                                    .isInstanceOf(SQLException.class)
                                    .hasMessage("refused");
                            return 0L;
                        },
                        "d");

        assertThat(written).contains(List.of("d")).doesNotContain(List.of("taken"));
        assertThat(positions.getLast()).isPositive();
    }

    @Test
    void failsAllWhenTheOutcomeIsTheSameForAllAndGoesOnAfterwards() throws Exception {
        GroupCommit<String> group = new GroupCommit<>(this::slowAtFirst);

        whileTheFirstWrites(
                group,
                () -> {
                    assertThatThrownBy(() -> group.append(List.of("lost")))
                            .isInstanceOf(SQLException.class)
                            .hasMessage("connection lost");
                    return 0L;
                });

        assertThat(group.append(List.of("later"))).isNotNegative();
    }

    @Test
    void passesAnErrorOnAndGoesOnAfterwards() throws SQLException {
        GroupCommit<String> group =
                new GroupCommit<>(
                        items -> {
                            if (items.contains("broken")) {
                                throw new IllegalStateException("broken");
                            }
                            return List.of(7L);
                        });

        assertThatThrownBy(() -> group.append(List.of("broken")))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(group.append(List.of("whole"))).isEqualTo(7);
    }

    @Test
    void writesForACallerWhoIsInterruptedMeanwhile() throws Exception {
        GroupCommit<String> group = new GroupCommit<>(this::slowAtFirst);
        CompletableFuture<Long> answer = new CompletableFuture<>();
        Thread caller =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        answer.complete(group.append(List.of("a")));
                                    } catch (SQLException failure) {
                                        answer.completeExceptionally(failure);
                                    }
                                });
        assertThat(firstIsWriting.await(10, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        mayGoOn.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(written).containsExactly(List.of("a"));
    }

    /** Holds the first write until the others wait, and answers what they were answered. */
    private List<Long> whileTheFirstWrites(
            GroupCommit<String> group, Callable<Long> second, String... others) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> answers = new ArrayList<>();
            Future<Long> first = callers.submit(() -> group.append(List.of("a")));
            assertThat(firstIsWriting.await(10, TimeUnit.SECONDS)).isTrue();
            answers.add(callers.submit(second));
            for (String other : others) {
                answers.add(callers.submit(() -> group.append(List.of(other))));
            }
            while (group.waiting() < answers.size()) {
                Thread.onSpinWait();
            }
            mayGoOn.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            return answers.stream().map(GroupCommitTest::answer).toList();
        }
    }

    private static Long answer(Future<Long> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException
                | InterruptedException
                | java.util.concurrent.TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<Long> slowAtFirst(List<String> items) throws SQLException {
        if (items.contains("a")) {
            firstIsWriting.countDown();
            await(mayGoOn);
        }
        if (items.contains("taken")) {
            throw new SQLException("refused", "23505");
        }
        if (items.contains("lost")) {
            throw new SQLException("connection lost", "08006");
        }
        written.add(items);
        List<Long> positions = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            positions.add(written.size() + (long) item);
        }
        return positions;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
