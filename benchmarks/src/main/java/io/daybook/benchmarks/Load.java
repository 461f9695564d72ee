package io.daybook.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that do the same thing again and again, each waiting for its answer before the next. */
final class Load {

    /** One piece of work, as a caller sees it. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    private Load() {}

    /** How often a second {@code callers} together get the work done. */
    static double perSecond(int callers, Duration time, Work work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Long>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(() -> repeat(end, work)));
            }
            long done = 0;
            for (Future<Long> one : running) {
                done += one.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A caller failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long repeat(long end, Work work) throws Exception {
        long done = 0;
        while (System.nanoTime() < end) {
            work.once();
            done++;
        }
        return done;
    }
}
