package io.daybook.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.CheckpointTaken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

class CheckpointTest {

    @TempDir private Path folder;

    @Test
    void isTakenByAdministratorsAndDaybookOnly() {
        CheckpointDecisions.allow(Actor.SYSTEM);
        assertThatThrownBy(() -> CheckpointDecisions.allow(Actor.anonymous("192.0.2.7")))
                .isInstanceOf(NotAnAdministrator.class);
    }

    @Test
    void isWrittenWholeIntoTheFolderHoweverOften() throws IOException {
        CheckpointFolder written = new CheckpointFolder(folder.resolve("kept"));
        CheckpointTaken event =
                new CheckpointTaken(UUID.randomUUID(), 42, 43, "8f0e4c11", "the note\n");

        written.on(event);
        written.on(event);

        assertThat(folder.resolve("kept"))
                .isDirectoryContaining("glob:**/daybook-checkpoint-42.txt")
                .satisfies(kept -> assertThat(kept.toFile().list()).hasSize(1));
        assertThat(folder.resolve("kept/daybook-checkpoint-42.txt")).hasContent("the note\n");
    }
}
