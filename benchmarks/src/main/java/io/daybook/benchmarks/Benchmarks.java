package io.daybook.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs the benchmarks that are named, or all of them: see {@code benchmarks/run}. */
final class Benchmarks {

    private static final List<String> ALL =
            List.of(
                    "commands",
                    "replay",
                    "rebuild",
                    "lag",
                    "sign-in",
                    "proxy",
                    "history",
                    "past",
                    "verify",
                    "growth",
                    "start");

    private Benchmarks() {}

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        Set<String> chosen = new LinkedHashSet<>(arguments.length == 0 ? ALL : List.of(arguments));
        if (!ALL.containsAll(chosen)) {
            System.err.println("Known are " + ALL);
            System.exit(2);
        }
        System.out.printf(
                "%s, %d processors, JDK %s%n",
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        for (String name : chosen) {
            run(name);
        }
        System.exit(0);
    }

    private static void run(String name) throws IOException, SQLException, InterruptedException {
        if (name.equals("start")) {
            new StartBenchmark().run();
            return;
        }
        if (name.equals("verify")) {
            try (Ground ground = Ground.open()) {
                new VerifyBenchmark(ground).run();
            }
            return;
        }
        if (name.equals("growth")) {
            try (Ground ground = Ground.open()) {
                new GrowthBenchmark(ground).run();
            }
            return;
        }
        if (name.equals("replay")) {
            ReplayBenchmark.run();
            return;
        }
        try (House house = House.open()) {
            switch (name) {
                case "commands" -> new CommandBenchmark(house).run();
                case "rebuild" -> new RebuildBenchmark(house).run();
                case "lag" -> new LagBenchmark(house).run();
                case "sign-in" -> new SignInBenchmark(house).run();
                case "history" -> new HistoryBenchmark(house).run();
                case "past" -> new PastBenchmark(house, 20_000).run();
                case "proxy" -> new ProxyBenchmark(house).run();
                default -> throw new IllegalArgumentException(name);
            }
        }
    }
}
