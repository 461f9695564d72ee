package io.daybook.platform.proof;

import io.daybook.platform.keys.InstallationKeys;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;

import javax.sql.DataSource;

/** Sets up what proves the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetirementSettings.class)
public class ProofConfiguration {

    @Bean
    @DependsOn("flyway")
    LogChain logChain(DataSource database, PlatformTransactionManager transactions) {
        return new LogChain(jdbc(database), new TransactionTemplate(transactions));
    }

    @Bean
    LogChainKeeper logChainKeeper(LogChain chain) {
        return new LogChainKeeper(chain);
    }

    @Bean
    Checkpoints checkpoints(
            DataSource database, LogChain chain, InstallationKeys keys, Clock clock) {
        return new Checkpoints(jdbc(database), chain, keys, clock);
    }

    @Bean
    LogProof logProof(DataSource database, InstallationKeys keys, Clock clock) {
        return new LogProof(jdbc(database), keys, clock);
    }

    @Bean
    DetailRetirement detailRetirement(
            DataSource database, InstallationKeys keys, Clock clock, RetirementSettings settings) {
        return new DetailRetirement(jdbc(database), keys, clock, settings);
    }

    @Bean
    LogSize logSize(DataSource database) {
        return new LogSize(jdbc(database));
    }

    private static JdbcOperations jdbc(DataSource database) {
        return new JdbcTemplate(database);
    }
}
