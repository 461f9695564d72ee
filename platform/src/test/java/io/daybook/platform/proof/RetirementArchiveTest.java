package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.platform.Identifiers;
import io.daybook.platform.keys.InstallationKeys;
import io.daybook.platform.offline.CommandRun;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Four tools were called ten days ago (1 to 8); what leaves goes into a folder, two calls at a
 * time.
 */
class RetirementArchiveTest {

    private static final Instant NOW = Instant.parse("2025-07-20T12:00:00Z");
    private static final Instant WEEK_AGO =
            NOW.truncatedTo(ChronoUnit.DAYS).minus(7, ChronoUnit.DAYS);
    private static final Instant THEN = NOW.minus(10, ChronoUnit.DAYS);

    @TempDir private Path data;
    private Path folder;
    private TestLog log;
    private DetailRetirement details;

    @BeforeEach
    void callTools() {
        folder = data.resolve("gone").resolve("archive");
        log = new TestLog(data.resolve("daybook"));
        details =
                new DetailRetirement(
                                log.jdbc,
                                log.node.get(InstallationKeys.class),
                                Clock.fixed(NOW, ZoneOffset.UTC),
                                new RetirementSettings(folder))
                        .inStretchesOf(4);
        for (int call = 0; call < 4; call++) {
            log.callTool(THEN);
        }
        log.write(1);
        log.chainAll();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void hasWhatLeftTheLogAsItWasChained() throws Exception {
        List<String> before = exported();
        retireAll();
        log.chainAll();

        assertThat(files()).hasSize(2);
        assertThat(files().stream().flatMap(file -> lines(file).stream()).filter(this::isEvent))
                .containsExactlyElementsOf(before.subList(0, 8));
        Path export = data.resolve("log.jsonl.gz");
        assertThat(CommandRun.of(log.database, "export-log", export.toString()))
                .contains("Ends with 0");
        for (String subject : List.of(export.toString(), log.database.uri())) {
            assertThat(
                            CommandRun.of(
                                    log.database,
                                    "verify",
                                    "--archive",
                                    folder.toString(),
                                    subject))
                    .contains("has 8 of the 8 events", "0 lines", "Ends with 0");
        }

        edit(files().getFirst(), line -> line.replace("\"sequence\":0,", "\"sequence\":3,"));
        Files.delete(files().getLast());
        assertThat(
                        CommandRun.of(
                                log.database,
                                "verify",
                                "--archive",
                                folder.toString(),
                                export.toString()))
                .contains("has 0 of the 8 events", files().getFirst().getFileName() + ", line 2:")
                .contains("position 1 is not the one that was chained", "Ends with 1");
    }

    @Test
    void namesAFileThatIsNotWhole() throws Exception {
        retireAll();
        log.chainAll();
        edit(files().getFirst(), line -> line.startsWith("{\"end\"") ? "" : line);
        byte[] packed = Files.readAllBytes(files().getLast());
        Files.write(files().getLast(), Arrays.copyOf(packed, packed.length / 2));

        RetiredHashes hashes = new RetiredHashes();
        assertThat(log.proof.verify(List.of(), List.of(), hashes, 2, events -> {}).finding())
                .isNull();
        assertThat(ArchivedEvents.compare(folder, hashes))
                .satisfies(
                        verdict -> {
                            assertThat(verdict.files()).isEqualTo(2);
                            assertThat(verdict.archived()).isBetween(4L, 7L);
                            assertThat(verdict.faults())
                                    .hasSize(2)
                                    .anyMatch(fault -> fault.contains("line 6: the end is missing"))
                                    .anyMatch(fault -> fault.contains("cannot be read"));
                        });
    }

    @Test
    void keepsInTheLogWhatCannotBeWritten() throws Exception {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "in the way");

        assertThatThrownBy(this::retireAll).isInstanceOf(NotArchived.class);
        assertThat(events()).isEqualTo(9);
        assertThat(details.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("archive"));

        Files.delete(folder);
        lostOnce();
        assertThat(events()).isEqualTo(9);
        retireAll();
        assertThat(events()).isEqualTo(3);
        assertThat(details.trouble()).isEmpty();
        assertThat(files()).as("that of the lost transaction stays").hasSize(3);
        RetiredHashes hashes = new RetiredHashes();
        log.proof.verify(List.of(), List.of(), hashes, 2, events -> {});
        assertThat(ArchivedEvents.compare(folder, hashes).archived()).isEqualTo(8);
    }

    private void retireAll() {
        while (details.next(WEEK_AGO).isPresent()) {
            DetailRetirement.Stretch stretch = details.next(WEEK_AGO).orElseThrow();
            log.transactions.executeWithoutResult(
                    status -> {
                        UUID id = Identifiers.next();
                        log.append(NOW, id, 0, details.retire(id, stretch).orElseThrow());
                    });
        }
    }

    private void lostOnce() {
        DetailRetirement.Stretch stretch = details.next(WEEK_AGO).orElseThrow();
        log.transactions.executeWithoutResult(
                status -> {
                    assertThat(details.retire(Identifiers.next(), stretch)).isPresent();
                    status.setRollbackOnly();
                });
    }

    private long events() {
        return Objects.requireNonNull(
                log.jdbc.queryForObject("select count(*) from domain_event", Long.class));
    }

    private List<String> exported() throws IOException {
        Path before = data.resolve("before.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(before))) {
            LogExport.write(log.jdbc, out, NOW);
        }
        return lines(before).stream().filter(this::isEvent).toList();
    }

    private boolean isEvent(String line) {
        return line.startsWith("{\"position\":");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static List<String> lines(Path packed) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(Path packed, UnaryOperator<String> change) throws IOException {
        List<String> edited =
                lines(packed).stream().map(change).filter(line -> !line.isEmpty()).toList();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((String.join("\n", edited) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
