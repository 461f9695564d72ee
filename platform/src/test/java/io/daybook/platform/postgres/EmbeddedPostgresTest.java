package io.daybook.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

final class EmbeddedPostgresTest {

    private final Path data;

    EmbeddedPostgresTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void startsInAnEmptyFolderWithDurabilityOn() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void asksForThePasswordAlsoOnLoopback() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            postgres.jdbcUrl("postgres"), postgres.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsDataPortAndPasswordFromStartToStart() throws SQLException {
        int port;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
            port = first.port();
            remember(first);
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(data)) {
            assertThat(second.port()).isEqualTo(port);
            assertRemembered(second);
        }
    }

    @Test
    void startsAServerAgainThatDied() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            remember(postgres);
            long dead = PostmasterFile.read(cluster()).orElseThrow().pid();
            ProcessHandle.of(dead).orElseThrow().destroyForcibly();

            await("another server on the same port")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertRemembered(postgres));
            assertThat(PostmasterFile.read(cluster()).orElseThrow().pid()).isNotEqualTo(dead);
        }
    }

    @Test
    void takesOverTheServerWhoseOwnerWasKilled() throws Exception {
        Process owner = owner();
        killOnceStarted(owner);
        PostmasterFile survivor = PostmasterFile.read(cluster()).orElseThrow();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(PostmasterFile.read(cluster())).contains(survivor);
            remember(postgres);
        }
        assertThat(PostmasterFile.read(cluster())).isEmpty();
        assertThat(Ports.isFree(survivor.port())).isTrue();
    }

    @Test
    void replacesASurvivorThatRunsWithOtherSettings() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
            remember(first);
        }
        killOnceStarted(owner());
        long survivor = PostmasterFile.read(cluster()).orElseThrow().pid();
        Files.writeString(cluster().resolve("postgresql.conf"), "# of an older release\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(PostmasterFile.read(cluster()).orElseThrow().pid()).isNotEqualTo(survivor);
            assertRemembered(postgres);
        }
    }

    @Test
    void startsDespiteAPostmasterFileThatIsNotOne() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
            remember(first);
        }
        Files.writeString(cluster().resolve(PostmasterFile.NAME), "nonsense\n\0\n");
        try (EmbeddedPostgres second = EmbeddedPostgres.start(data)) {
            assertRemembered(second);
        }
    }

    @Test
    void startsDespiteAPostmasterFileWhoseProcessIsAStranger() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
            remember(first);
        }
        // the number of a process that lives and is no server: this one
        String file =
                "%d\n%s\n1700000000\n15432\n\n127.0.0.1\n\nready\n"
                        .formatted(ProcessHandle.current().pid(), cluster());
        Files.writeString(cluster().resolve(PostmasterFile.NAME), file);
        try (EmbeddedPostgres second = EmbeddedPostgres.start(data)) {
            assertRemembered(second);
        }
    }

    @Test
    void refusesASecondOwnerWithASentence() throws Exception {
        Process owner = owner();
        try {
            awaitStart(owner);
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(PostgresNotStarted.class)
                    .hasMessageContaining("is in use by another Daybook (process " + owner.pid())
                    .hasMessageContaining("DAYBOOK_DATA");
        } finally {
            owner.getOutputStream().close();
            owner.waitFor();
        }
    }

    @Test
    void beginsAgainWhereTheFirstStartWasCutShort() throws Exception {
        Path unfinished = data.resolve("postgres").resolve("cluster.unfinished");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            remember(postgres);
            assertRemembered(postgres);
        }
    }

    @Test
    void letsOnlyTheOwnerOfTheFolderReadThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            Path file = data.resolve("postgres").resolve("password");
            assertThat(Files.readString(file)).isEqualTo(postgres.password());
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            assertThat(Files.getPosixFilePermissions(data.resolve("postgres"))).hasSize(3);
        }
    }

    private Path cluster() {
        return data.resolve("postgres").resolve("cluster");
    }

    private Process owner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitStart(Process owner) throws IOException {
        BufferedReader output = owner.inputReader(UTF_8);
        assertThat(output.readLine()).startsWith("port ");
    }

    private static void killOnceStarted(Process owner) throws Exception {
        awaitStart(owner);
        owner.destroyForcibly().waitFor();
    }

    private static void remember(EmbeddedPostgres postgres) throws SQLException {
        postgres.createDatabase("kept");
        postgres.createDatabase("kept");
        try (Connection connection = connect(postgres, "kept");
                Statement statement = connection.createStatement()) {
            statement.execute("create table note as select 'still here' as words");
        }
    }

    private static void assertRemembered(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = connect(postgres, "kept")) {
            assertThat(ask(connection, "select words from note")).isEqualTo("still here");
        }
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres, "postgres")) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String database)
            throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(database), postgres.user(), postgres.password());
    }
}
