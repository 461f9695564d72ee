package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** An export of a log to which things happen meanwhile. */
class LogExportTest {

    @TempDir private Path data;
    private TestLog log;

    @BeforeEach
    void writeTwelveEvents() {
        log = new TestLog(data);
        log.writeChained(3, 4);
        log.sign();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void isOfOneMomentWhateverHappensBeforeWhichOfItsStatements(int statement)
            throws IOException, InterruptedException {
        AtomicInteger statements = new AtomicInteger(statement);
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        LogExport.write(
                new JdbcTemplate(disturbed(statements, this::muchHappens)), export, Instant.now());

        assertThat(statements.get()).isNotPositive();
        LogVerdict verdict =
                LogProof.verifyExport(
                        new ByteArrayInputStream(export.toByteArray()),
                        List.of(),
                        List.of(),
                        1,
                        events -> {});
        assertThat(verdict.finding()).isNull();
        assertThat(verdict.events()).isEqualTo(12);
    }

    /** More events, another key, a checkpoint, and somebody who removes what nobody may remove. */
    private void muchHappens() {
        log.writeChained(1, 4);
        log.transactions.executeWithoutResult(status -> log.checkpoints.rotate());
        log.sql("delete from domain_event where global_index = 2");
    }

    /** Something happens once, before a connection makes its statement of this number. */
    private DataSource disturbed(AtomicInteger statements, Runnable disturbance) {
        return new DelegatingDataSource(log.node.get(DataSource.class)) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, arguments) -> {
                                    boolean asks =
                                            method.getName().matches("createStatement|unwrap");
                                    if (asks && statements.decrementAndGet() == 0) {
                                        disturbance.run();
                                    }
                                    try {
                                        return method.invoke(connection, arguments);
                                    } catch (InvocationTargetException failed) {
                                        throw failed.getCause();
                                    }
                                });
            }
        };
    }
}
