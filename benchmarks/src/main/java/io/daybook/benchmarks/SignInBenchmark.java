package io.daybook.benchmarks;

import io.daybook.command.identity.password.PasswordHash;
import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.Device;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.platform.Identifiers;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Processor time of a sign-in, database included, beside that of the bare password hash. */
final class SignInBenchmark {

    private static final int TIMES = 600;

    private static final int OWNERS = 10;
    private static final int PEOPLE = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 15;
    private static final Secret PASSWORD = new Secret("quiet-harbour-lantern-37");
    private static final Device DEVICE = new Device("Desktop", "Firefox", "Linux", "192.0.2.7");

    private final AtomicInteger next = new AtomicInteger();
    private final House house;
    private final Actor stranger = Actor.anonymous("192.0.2.7");

    SignInBenchmark(House house) {
        this.house = house;
    }

    void run() throws IOException {
        for (int number = 0; number < PEOPLE; number++) {
            house.send(
                    new RegisterUser(Identifiers.next(), address(number), null, null, PASSWORD),
                    stranger);
        }
        PasswordHash hash = house.room(PasswordHash.class);
        String verifier = hash.verifier(PASSWORD);
        // The compiler is at work for some ten thousand commands, and on the same processors: those
        // of others take the same way through the house, in less time than sign-ins do.
        Renames renames = new Renames(house, OWNERS);
        Load.perSecond(2, WARM_UP, renames::once);
        untilTheCompilerIsQuiet();
        repeat(() -> hash.verify(PASSWORD, verifier));
        Report.title("Sign-in (" + hash.description() + ")");
        double bare = perTime(() -> hash.verify(PASSWORD, verifier));
        double whole = perTime(this::signIn);
        Report.cost("processor time of one", whole * 1000, bare * 1000, "ms");
    }

    // The steady state (Georges, Buytaert, Eeckhout: Statistically Rigorous Java Performance
    // Evaluation, OOPSLA 2007): here, when compiling takes less than a hundredth of the time.
    private void untilTheCompilerIsQuiet() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && compiled > ROUND.dividedBy(100).toMillis(); round++) {
            long before = compiler.getTotalCompilationTime();
            Load.perSecond(2, ROUND, this::signIn);
            compiled = compiler.getTotalCompilationTime() - before;
        }
    }

    private void signIn() {
        String person = address(next.getAndIncrement() % PEOPLE);
        house.send(new LogIn(Identifiers.forNew(), person, PASSWORD, DEVICE), stranger);
    }

    private static String address(int number) {
        return "person%d@example.org".formatted(number);
    }

    private double perTime(Runnable work) throws IOException {
        double before = Cpu.own() + Cpu.server(house.folder());
        repeat(work);
        return (Cpu.own() + Cpu.server(house.folder()) - before) / TIMES;
    }

    private static void repeat(Runnable work) {
        for (int time = 0; time < TIMES; time++) {
            work.run();
        }
    }
}
