package io.daybook.benchmarks;

import io.daybook.command.identity.password.PasswordHash;
import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.Device;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.platform.Identifiers;

import java.io.IOException;
import java.time.Duration;

/** Processor time of a sign-in, database included, beside that of the bare password hash. */
final class SignInBenchmark {

    private static final int TIMES = 600;

    private static final int PEOPLE = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Secret PASSWORD = new Secret("quiet-harbour-lantern-37");
    private static final Device DEVICE = new Device("Desktop", "Firefox", "Linux", "192.0.2.7");

    private final House house;
    private final Actor stranger = Actor.anonymous("192.0.2.7");

    SignInBenchmark(House house) {
        this.house = house;
    }

    void run() throws IOException {
        house.send(
                new RegisterUser(Identifiers.next(), "ada@example.org", null, null, PASSWORD),
                stranger);
        PasswordHash hash = house.room(PasswordHash.class);
        String verifier = hash.verifier(PASSWORD);
        // The compiler is at work for some ten thousand commands, and on the same processors: those
        // of others take the same way through the house, in less time than sign-ins do.
        Renames renames = new Renames(house, PEOPLE);
        Load.perSecond(2, WARM_UP, renames::once);
        Load.perSecond(2, WARM_UP, this::signIn);
        repeat(() -> hash.verify(PASSWORD, verifier));
        Report.title("Sign-in (" + hash.description() + ")");
        double bare = perTime(() -> hash.verify(PASSWORD, verifier));
        double whole = perTime(this::signIn);
        Report.cost("processor time of one", whole * 1000, bare * 1000, "ms");
    }

    private void signIn() {
        house.send(new LogIn(Identifiers.forNew(), "ada@example.org", PASSWORD, DEVICE), stranger);
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
