package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.ReadModels;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * People who register one after the other, some of whom have themselves erased, and an
 * administrator who has every projection rebuilt all the time. Whatever fails is tried again with
 * something new; what was acknowledged is remembered.
 */
final class Crowd {

    static final String ADMINISTRATOR = "root@example.org";

    private static final int CALLERS = 6;
    private static final int PAUSE_MILLIS = 50;

    private final AtomicInteger tried = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> registered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> leaving = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> erased = new ConcurrentLinkedQueue<>();

    /** Whose registration was acknowledged, and who never asked to be erased. */
    List<String> registered() {
        return List.copyOf(registered);
    }

    /** Whose erasure was acknowledged. */
    List<String> erased() {
        return List.copyOf(erased);
    }

    /** Makes the first administrator. */
    static void setUp(PackagedDaybook daybook) throws IOException {
        String link = daybook.setupLink();
        try (Web web = new Web(daybook.address())) {
            int status =
                    web.send(
                                    "POST",
                                    "/api/setup",
                                    "",
                                    Map.of(
                                            "token",
                                            link.substring(link.indexOf("#token=") + 7),
                                            "email",
                                            ADMINISTRATOR,
                                            "password",
                                            Web.PASSWORD))
                            .statusCode();
            assertThat(status).isEqualTo(204);
        }
    }

    /** Everybody at work until this is closed; each looks anew where Daybook is. */
    Work begin(Supplier<URI> where) {
        return new Work(where);
    }

    /** What goes on at the moment. */
    final class Work implements AutoCloseable {

        private final Supplier<URI> where;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicInteger done = new AtomicInteger();

        private Work(Supplier<URI> where) {
            this.where = where;
            for (int caller = 0; caller < CALLERS; caller++) {
                threads.execute(() -> again(this::register));
            }
            threads.execute(() -> again(this::leave));
            threads.execute(() -> again(this::rebuild));
        }

        /** How much was acknowledged since the beginning. */
        int done() {
            return done.get();
        }

        private void again(Attempt attempt) {
            while (over.getCount() > 0) {
                try (Web web = new Web(where.get())) {
                    while (over.getCount() > 0 && attempt.succeeds(web)) {
                        done.incrementAndGet();
                    }
                } catch (IOException gone) {
                    // not acknowledged: it may be there or not
                }
                pause();
            }
        }

        private boolean register(Web web) throws IOException {
            int number = tried.incrementAndGet();
            String email = "person%d@example.org".formatted(number);
            if (web.register(email) != 202) {
                return false;
            }
            (number % 4 == 0 ? leaving : registered).add(email);
            return true;
        }

        private boolean leave(Web web) throws IOException {
            String email = leaving.peek();
            if (email == null) {
                return false;
            }
            String token = web.token(email);
            int status =
                    token.isEmpty()
                            ? 0
                            : web.send(
                                            "DELETE",
                                            "/api/users/me",
                                            token,
                                            Map.of("password", Web.PASSWORD))
                                    .statusCode();
            // Nobody knows what became of a request without an answer: somebody who cannot sign in
            // has left.
            if (status == 202 || web.logIn(email).statusCode() == 401) {
                erased.add(email);
                leaving.remove(email);
                return true;
            }
            return false;
        }

        private boolean rebuild(Web web) throws IOException {
            String token = web.token(ADMINISTRATOR);
            for (String projection : ReadModels.ALL) {
                web.send(
                        "POST",
                        "/api/admin/projections/" + projection + "/rebuild",
                        token,
                        Map.of());
            }
            return false;
        }

        private void pause() {
            try {
                over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            over.countDown();
            threads.close();
        }
    }

    private interface Attempt {
        boolean succeeds(Web web) throws IOException;
    }
}
