package io.daybook.command.audit;

import io.daybook.platform.proof.Checkpoints;
import io.daybook.platform.proof.DetailRetirement;

import org.axonframework.commandhandling.CommandBus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/** Sets up who signs the log, where its checkpoints go, and who retires details. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckpointSettings.class)
class AuditCommandConfiguration {

    @Bean
    CheckpointKeeper checkpointKeeper(
            Checkpoints checkpoints, CommandBus commands, CheckpointSettings settings) {
        return new CheckpointKeeper(checkpoints, commands, settings.every());
    }

    @Bean
    DetailKeeper detailKeeper(DetailRetirement details, CommandBus commands, Clock clock) {
        return new DetailKeeper(details, commands, clock);
    }

    @Bean
    @ConditionalOnProperty("daybook.checkpoints.folder")
    CheckpointFolder checkpointFolder(CheckpointSettings settings) {
        Path folder = Objects.requireNonNull(settings.folder());
        return new CheckpointFolder(folder.toAbsolutePath());
    }
}
