package io.daybook.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.daybook.platform.log.RunningCommand;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;

import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

/**
 * The two ways to the database. They are declared by hand: with both kinds of driver on the
 * classpath Spring Boot would set up the reactive one alone, and Axon would run without
 * transactions.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

    private static final int LOG = 6;

    /**
     * The pool for writing; no transaction on it outlives 30 s, so that no gap in the log stays
     * open for longer.
     */
    @Bean
    HikariDataSource pool(DatabaseSettings settings) {
        return new HikariDataSource(config("writers", settings.writers(), settings));
    }

    /** The pool for single statements on the event log, in no transaction. */
    @Bean
    LogPool logPool(DatabaseSettings settings) {
        HikariConfig config = config("log", LOG, settings);
        // Each goes along an index. The server keeps a plan that it made while the log was short,
        // which was to read all of it, until it next counts the rows.
        config.addDataSourceProperty("options", "-c enable_seqscan=off -c enable_bitmapscan=off");
        return new LogPool(new HikariDataSource(config));
    }

    private static HikariConfig config(String name, int most, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        // Texts bound to uuid columns (Axon knows identifiers as texts only) are left for the
        // server to type.
        config.addDataSourceProperty("stringtype", "unspecified");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setConnectionInitSql(
                """
                select set_config('idle_in_transaction_session_timeout', '30s', false),
                       set_config(name, '30s', false) from pg_settings where name = 'transaction_timeout'\
                """);
        return config;
    }

    /**
     * Takes a connection from the pool at the first statement only: hashing a password holds none.
     */
    @Bean
    @Primary
    DataSource dataSource(HikariDataSource pool) {
        return new LazyConnectionDataSourceProxy(
                new DelegatingDataSource(pool) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        RunningCommand.touch();
                        return super.getConnection();
                    }
                });
    }

    /** Brings the tables up to date before anybody uses them. */
    @Bean(initMethod = "migrate")
    Flyway flyway(HikariDataSource pool) {
        return Flyway.configure().dataSource(pool).outOfOrder(true).load();
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @DependsOn("flyway")
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    /** The pool for reading. */
    @Bean(destroyMethod = "dispose")
    @DependsOn("flyway")
    ConnectionPool connectionFactory(DatabaseSettings settings) {
        URI uri = URI.create(settings.url().substring("jdbc:".length()));
        PostgresqlConnectionFactory factory =
                new PostgresqlConnectionFactory(
                        PostgresqlConnectionConfiguration.builder()
                                .host(uri.getHost())
                                .port(uri.getPort() < 0 ? 5432 : uri.getPort())
                                .database(uri.getPath().substring(1))
                                .username(settings.username())
                                .password(settings.password())
                                .statementTimeout(Duration.ofSeconds(30))
                                // a page is read along an index that is chosen for its filter
                                .options(
                                        Map.of(
                                                "plan_cache_mode", "force_custom_plan",
                                                "random_page_cost", "1.1",
                                                "jit", "off"))
                                .build());
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(factory)
                        .name("readers")
                        .initialSize(1)
                        .maxSize(settings.readers())
                        .maxAcquireTime(Duration.ofSeconds(10))
                        .build());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
        return DatabaseClient.create(connectionFactory);
    }
}
