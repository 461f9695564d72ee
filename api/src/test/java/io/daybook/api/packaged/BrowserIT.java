package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser tests of the web interface against the packaged jar. */
final class BrowserIT {

    private static final int LAST = 80;

    @Test
    void everythingWorksInABrowser(@TempDir Path folder) throws Exception {
        assertThat(browserIsThere())
                .as("No Chromium was found: install it, for instance  apt-get install chromium ")
                .isTrue();
        Map<String, String> settings =
                Map.of(
                        "DAYBOOK_DEMO_ENABLED",
                        "true",
                        // all tests sign in from one address
                        "DAYBOOK_LIMITS_AUTHPERMINUTE",
                        "1000",
                        "DAYBOOK_LIMITS_REQUESTSPERMINUTE",
                        "100000");
        Path data = folder.resolve("data");
        try (PackagedDaybook daybook = PackagedDaybook.start(data, settings);
                Trouble trouble = Trouble.with(Books.in(data))) {
            Path said = folder.resolve("e2e.log");
            int exit = runTests(daybook, trouble, said);
            if (exit != 0) {
                System.out.println(daybook.output());
            }
            assertThat(exit).as("npm run e2e, which said:\n%s", end(said)).isZero();
        }
    }

    private static int runTests(PackagedDaybook daybook, Trouble trouble, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder tests =
                new ProcessBuilder("npm", "run", "--silent", "e2e")
                        .directory(Path.of(System.getProperty("daybook.ui")).toFile())
                        // Maven talks to this JVM through its own streams: a child keeps off them
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        tests.environment().put("DAYBOOK_URL", daybook.address().toString());
        tests.environment().put("DAYBOOK_SETUP_LINK", daybook.setupLink());
        tests.environment().put("DAYBOOK_DEMO_URI", daybook.demoUri());
        tests.environment().put("DAYBOOK_TROUBLE", trouble.address());
        Process running = tests.start();
        boolean done = running.waitFor(10, TimeUnit.MINUTES);
        System.out.println(Files.readString(output));
        if (!done) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            throw new AssertionError("npm run e2e was not done after 10 minutes");
        }
        return running.exitValue();
    }

    // where a report keeps nothing but the message, it has to say which test failed
    private static String end(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    }

    private static boolean browserIsThere() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .anyMatch(path -> path != null && Files.isExecutable(Path.of(path)));
    }
}
