package io.daybook.command.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How often the log is signed (0: only when asked), and the folder that checkpoints are written to,
 * so that they are kept elsewhere than the log.
 */
@ConfigurationProperties("daybook.checkpoints")
public record CheckpointSettings(@DefaultValue("1h") Duration every, @Nullable Path folder) {}
