package io.daybook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of this JVM and of the database server that belongs to it. */
final class Cpu {

    private static final double TICKS = 100;

    private Cpu() {}

    /** Seconds of this process. */
    static double own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** Seconds of a server and of its processes that live. */
    static double server(Path folder) throws IOException {
        Path pid = folder.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        ProcessHandle server =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                        .orElseThrow();
        try (Stream<ProcessHandle> children = server.children()) {
            return Stream.concat(Stream.of(server), children).mapToDouble(Cpu::of).sum();
        }
    }

    private static double of(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
        } catch (IOException gone) {
            return 0;
        }
    }
}
