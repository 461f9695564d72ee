package io.daybook.platform.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.EmailVerified;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.log.Events;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.vault.Vault;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was backed up is there again, and nothing is put over what is there already. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupAndRestoreTest {

    private final TestDatabase database = TestDatabase.create();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final UUID user = Identifiers.next();
    private Path folder;
    private Path data;
    private TestNode node;
    private UUID secret;

    @BeforeAll
    void write(@TempDir Path temporary) {
        folder = temporary;
        data = folder.resolve("data");
        node = TestNode.start(database, data);
        append(0, Events.registered(user));
        append(1, new EmailVerified(user));
        secret = node.get(Vault.class).put(user, "postgresql://a-secret");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void everythingIsBackInAnotherDatabaseWithTheKeyFromElsewhere() throws IOException {
        Path backup = folder.resolve("without-key.zip");
        assertThat(run("backup", database, data, backup.toString())).isZero();
        assertThat(told()).contains("THE MASTER KEY IS NOT IN THIS FILE");
        assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1))
                .doesNotContain(Files.readString(data.resolve("keys/master.key")).strip());
        append(2, new EmailVerified(user)); // comes too late for this backup

        TestDatabase empty = TestDatabase.create();
        assertThat(run("restore", empty, data, backup.toString())).isZero();

        assertThat(told()).contains("is what it was");
        try (TestNode restored = TestNode.start(empty, data)) {
            assertThat(restored.get(Vault.class).get(secret)).contains("postgresql://a-secret");
            assertThat(
                            restored.get(EventStorageEngine.class)
                                    .readEvents(user.toString(), 0)
                                    .asStream()
                                    .map(event -> event.getPayload())
                                    .toList())
                    .isEqualTo(List.of(Events.registered(user), new EmailVerified(user)));
            assertThat(restored.get(LogProof.class).origin())
                    .isEqualTo(node.get(LogProof.class).origin());
            // the next event comes behind those that are back
            restored.get(EventStorageEngine.class)
                    .appendEvents(Events.message(user, 2, new EmailVerified(user)));
            assertThat(count(empty, "domain_event where global_index > 2")).isEqualTo(1);
        }
    }

    @Test
    void theKeyComesBackWithTheRestWhenItWasIncluded() throws IOException {
        Path backup = folder.resolve("with-key.zip");
        assertThat(run("backup", database, data, "--include-key", backup.toString())).isZero();
        assertThat(told()).contains("THE MASTER KEY IS IN THIS FILE");

        TestDatabase empty = TestDatabase.create();
        Path fresh = folder.resolve("fresh");
        assertThat(run("restore", empty, fresh, backup.toString())).isZero();

        assertThat(fresh.resolve("keys/master.key"))
                .hasSameTextualContentAs(data.resolve("keys/master.key"));
    }

    @Test
    void nothingIsRestoredWithoutTheRightKeyUnlessAskedFor() {
        Path backup = folder.resolve("keyless.zip");
        assertThat(run("backup", database, data, backup.toString())).isZero();
        TestDatabase empty = TestDatabase.create();
        Path fresh = folder.resolve("keyless");

        assertThat(run("restore", empty, fresh, backup.toString())).isEqualTo(2);
        assertThat(told()).contains("master key is neither here nor in the backup");
        assertThat(run("restore", empty, fresh, "--without-key", backup.toString())).isZero();
    }

    @Test
    void aLogIsNeverWrittenOver() {
        Path backup = folder.resolve("over.zip");
        assertThat(run("backup", database, data, backup.toString())).isZero();

        assertThat(run("restore", database, data, backup.toString())).isEqualTo(2);
        assertThat(told()).contains("has a log already");
        assertThat(run("backup", database, data, backup.toString())).isEqualTo(2);
    }

    @Test
    void aDamagedFileRestoresNothing() throws IOException {
        Path backup = folder.resolve("damaged.zip");
        assertThat(run("backup", database, data, backup.toString())).isZero();
        try (FileSystem zip = FileSystems.newFileSystem(backup)) {
            Path events = zip.getPath("tables/domain_event.copy");
            Files.writeString(
                    events, Files.readString(events).replace("EmailVerified", "EmailVerifieD"));
        }
        TestDatabase empty = TestDatabase.create();

        assertThat(run("restore", empty, data, backup.toString())).isEqualTo(2);
        assertThat(count(empty, "domain_event")).isZero();
    }

    private void append(long sequence, Object payload) {
        node.get(EventStorageEngine.class).appendEvents(Events.message(user, sequence, payload));
    }

    private static long count(TestDatabase database, String rows) {
        Long count =
                new JdbcTemplate(
                                new DriverManagerDataSource(
                                        database.jdbcUrl(), database.user(), database.password()))
                        .queryForObject("select count(*) from " + rows, Long.class);
        return count == null ? -1 : count;
    }

    private String told() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int run(String command, TestDatabase on, Path folder, String... words) {
        printed.reset();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return OfflineCommands.run(
                command,
                List.of(words),
                new Terminal(
                        out,
                        out,
                        Map.of(
                                "DAYBOOK_DATABASE_URL", on.jdbcUrl(),
                                "DAYBOOK_DATABASE_USERNAME", on.user(),
                                "DAYBOOK_DATABASE_PASSWORD", on.password(),
                                "DAYBOOK_DATA", folder.toString())));
    }
}
