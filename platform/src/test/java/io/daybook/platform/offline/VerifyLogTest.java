package io.daybook.platform.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.EmailVerified;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.log.Events;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.platform.proof.Checkpoints;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** From the command line: an export is all that is needed, and everything done to it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyLogTest {

    private final TestDatabase database = TestDatabase.create();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(
                    new PrintStream(printed, true, StandardCharsets.UTF_8),
                    new PrintStream(printed, true, StandardCharsets.UTF_8),
                    Map.of(
                            "DAYBOOK_DATABASE_URL", database.jdbcUrl(),
                            "DAYBOOK_DATABASE_USERNAME", database.user(),
                            "DAYBOOK_DATABASE_PASSWORD", database.password()));
    private Path folder;
    private TestNode node;
    private Path export;

    @BeforeAll
    void writeAndExport(@TempDir Path temporary) {
        folder = temporary;
        node = TestNode.start(database, folder.resolve("data"));
        EventStorageEngine storage = node.get(EventStorageEngine.class);
        UUID user = Identifiers.next();
        storage.appendEvents(Events.message(user, 0, Events.registered(user)));
        sign();
        for (int sequence = 1; sequence < 40; sequence++) {
            storage.appendEvents(Events.message(user, sequence, new EmailVerified(user)));
        }
        sign();
        export = folder.resolve("log.jsonl");
        assertThat(run("export-log", export.toString())).isZero();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void anExportThatNobodyTouchedIsWhatItWas() {
        assertThat(run("verify", export.toString())).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("40 events up to position 40", "2 checkpoints agree", "what it was");
    }

    @Test
    void aPackedExportIsReadAsWell() {
        String packed = folder.resolve("log.jsonl.gz").toString();
        assertThat(run("export-log", packed)).isZero();

        assertThat(run("verify", packed)).isZero();
    }

    @Test
    void aDatabaseIsVerifiedByItsAddress() {
        assertThat(run("verify", database.uri())).isZero();
    }

    @Test
    void aByteMoreInAnEventShows() throws IOException {
        Path altered =
                edited(
                        lines ->
                                lines.replaceAll(
                                        line ->
                                                line.replace(
                                                        "\"sequence\":7,", "\"sequence\":8,")));

        assertThat(run("verify", altered.toString())).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("ALTERED at position 8.");
    }

    @Test
    void anEventLessShows() throws IOException {
        Path altered =
                edited(
                        lines -> {
                            lines.removeIf(line -> line.startsWith("{\"position\":9,"));
                            lines.set(lines.size() - 1, "{\"end\":39}");
                        });

        assertThat(run("verify", altered.toString())).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("MISSING at position 9.");
    }

    @Test
    void anExportThatWasCutOffIsRefused() throws IOException {
        Path altered = edited(lines -> lines.subList(20, lines.size()).clear());

        assertThat(run("verify", altered.toString())).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("not whole");
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "Dear diary");

        assertThat(run("verify", other.toString())).isEqualTo(2);
        assertThat(run("verify", "--colour", other.toString())).isEqualTo(2);
        assertThat(run("verify", folder.resolve("nowhere").toString())).isEqualTo(2);
    }

    @Test
    void aKeptCheckpointAndItsKeyAgree() throws IOException {
        Checkpoints.Signed kept = sign();
        Path note = folder.resolve("kept.txt");
        Files.writeString(note, kept.checkpoint().toString());

        assertThat(
                        run(
                                "verify",
                                "--checkpoint",
                                note.toString(),
                                "--key",
                                kept.keys().getFirst().toString(),
                                database.uri()))
                .isZero();
    }

    private Checkpoints.Signed sign() {
        return Objects.requireNonNull(
                new TransactionTemplate(node.get(PlatformTransactionManager.class))
                        .execute(status -> node.get(Checkpoints.class).take()));
    }

    private Path edited(Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(export));
        change.accept(lines);
        return Files.write(Files.createTempFile(folder, "edited", ".jsonl"), lines);
    }

    private int run(String command, String... words) {
        printed.reset();
        return OfflineCommands.run(command, List.of(words), terminal);
    }
}
