package io.daybook.platform.bus;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.Jumps;
import io.daybook.platform.TestNode;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

class ProcessorTokensTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir private static Path data;
    private static TestNode ground;

    @BeforeAll
    static void start() {
        ground = TestNode.start(TestDatabase.create(), data);
    }

    @AfterAll
    static void stop() {
        ground.close();
    }

    @AfterEach
    void clocksBack() {
        Jumps.clocksBack();
    }

    @Test
    void aClaimHoldsThoughTheClockOfSomebodyElseIsAnHourAhead() {
        claim("ahead", LONG);
        TokenStore other = node("other", LONG);
        Jumps.clocksTo(HOUR);

        assertThat(offers(other, "ahead")).isFalse();
    }

    @Test
    void aClaimOfTheDeadEndsThoughItWasMadeAnHourAhead() {
        Jumps.clocksTo(HOUR);
        claim("behind", SHORT);
        Jumps.clocksBack();
        TokenStore other = node("other", SHORT);

        assertThat(offers(other, "behind")).isFalse();
        until(() -> offers(other, "behind"));
    }

    @Test
    void aClaimThatIsRenewedHoldsForEver() {
        TokenStore owner = claim("renewed", SHORT);
        TokenStore other = node("other", SHORT);
        long start = System.nanoTime();
        while (System.nanoTime() - start < SHORT.multipliedBy(3).toNanos()) {
            inTransaction(() -> owner.extendClaim("renewed", 0));
            assertThat(offers(other, "renewed")).isFalse();
            LockSupport.parkNanos(SHORT.dividedBy(20).toNanos());
        }
    }

    private static TokenStore claim(String processor, Duration lease) {
        TokenStore owner = node("owner", lease);
        inTransaction(() -> owner.initializeTokenSegments(processor, 1));
        inTransaction(() -> owner.fetchToken(processor, 0));
        return owner;
    }

    private static TokenStore node(String name, Duration lease) {
        return new ProcessorTokens(
                ground.get(ConnectionProvider.class), ground.get(Serializer.class), name, lease);
    }

    private static boolean offers(TokenStore store, String processor) {
        return !ground.get(TransactionManager.class)
                .fetchInTransaction(() -> store.fetchAvailableSegments(processor))
                .isEmpty();
    }

    private static void inTransaction(Runnable work) {
        ground.get(TransactionManager.class).executeInTransaction(work);
    }
}
