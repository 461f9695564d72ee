package io.daybook.command.audit;

import io.daybook.messages.audit.CheckpointTaken;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes every checkpoint into a folder, which is meant to lie on another machine. */
@ProcessingGroup("checkpoint-folder")
@DisallowReplay
final class CheckpointFolder {

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    @EventHandler
    void on(CheckpointTaken event) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "checkpoint", ".draft");
        Files.writeString(draft, event.note());
        Files.move(
                draft,
                folder.resolve("daybook-checkpoint-%d.txt".formatted(event.events())),
                StandardCopyOption.ATOMIC_MOVE);
    }
}
