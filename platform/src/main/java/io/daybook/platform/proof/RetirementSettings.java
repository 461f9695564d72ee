package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;
import java.util.Optional;

/** The folder that details are written to before they leave the log; nothing without one. */
@ConfigurationProperties("daybook.retirement")
public record RetirementSettings(@Nullable Path archive) {

    Optional<Path> folder() {
        return Optional.ofNullable(archive)
                .filter(path -> !path.toString().isBlank())
                .map(Path::toAbsolutePath);
    }
}
