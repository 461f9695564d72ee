package io.daybook.command.identity.erasure;

import io.daybook.command.identity.mail.Outbox;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.vault.Vault;

import org.axonframework.commandhandling.CommandBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;

/** Sets up the erasing of people. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    ErasureTable erasureTable(JdbcClient jdbc) {
        return new ErasureTable(jdbc);
    }

    @Bean
    ErasureProcess erasureProcess(
            CommandBus commands,
            JdbcClient jdbc,
            Vault vault,
            Outbox outbox,
            PersonalKeys keys,
            ErasureTable table,
            Clock clock) {
        return new ErasureProcess(
                commands, new Belongings(jdbc), vault, outbox, keys, table, clock);
    }

    @Bean
    ErasureRounds erasureRounds(ErasureTable table, ErasureProcess process) {
        return new ErasureRounds(table, process);
    }

    @Bean
    ErasureStarter erasureStarter(ErasureTable table, ErasureRounds rounds) {
        return new ErasureStarter(table, rounds::wake);
    }

    @Bean
    ErasureQueries erasureQueries(ErasureTable table) {
        return new ErasureQueries(table);
    }
}
