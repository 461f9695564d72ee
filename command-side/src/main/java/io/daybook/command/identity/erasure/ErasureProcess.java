package io.daybook.command.identity.erasure;

import io.daybook.command.identity.mail.Outbox;
import io.daybook.messages.Actor;
import io.daybook.messages.Refusal;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.connections.RemoveConnection;
import io.daybook.messages.identity.ConfirmErasure;
import io.daybook.messages.identity.EndSession;
import io.daybook.messages.identity.ErasureStep;
import io.daybook.messages.identity.ReleaseIdentifier;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.projects.DeleteProject;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.vault.Vault;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Erases one person. Every step finds out anew what is left to do and may be done again, so an
 * erasure that was interrupted anywhere just begins once more.
 */
final class ErasureProcess {

    private static final int PATIENCE_SECONDS = 30;

    private final CommandBus commands;
    private final Belongings belongings;
    private final Vault vault;
    private final Outbox outbox;
    private final PersonalKeys keys;
    private final ErasureTable table;
    private final Clock clock;

    ErasureProcess(
            CommandBus commands,
            Belongings belongings,
            Vault vault,
            Outbox outbox,
            PersonalKeys keys,
            ErasureTable table,
            Clock clock) {
        this.commands = commands;
        this.belongings = belongings;
        this.vault = vault;
        this.outbox = outbox;
        this.keys = keys;
        this.table = table;
        this.clock = clock;
    }

    /** All steps. */
    void run(Begun erasure) {
        Map<ErasureStep, List<UUID>> found = belongings.of(erasure.person());
        for (ErasureStep step : ErasureStep.values()) {
            take(step, erasure, found);
        }
    }

    /** One step, with what was found to belong to the person. */
    void take(ErasureStep step, Begun erasure, Map<ErasureStep, List<UUID>> found) {
        UUID person = erasure.person();
        table.reached(person, step);
        switch (step) {
            case SESSIONS, QUESTIONS, CONNECTIONS, PROJECTS, IDENTIFIERS ->
                    remove(step, erasure, found.getOrDefault(step, List.of()));
            case KEY -> keys.destroy(person);
            case REST -> {
                // Whatever was being written holds the key's row until it is there to be seen:
                // what comes later finds no key.
                outbox.removeAllTo(person);
                vault.removeAllOf(person);
                belongings.of(person).forEach((kind, things) -> remove(kind, erasure, things));
            }
            case DONE -> {
                send(new ConfirmErasure(person), erasure);
                table.finished(person, clock.instant());
            }
        }
    }

    private void remove(ErasureStep kind, Begun erasure, List<UUID> things) {
        Function<UUID, Object> command =
                switch (kind) {
                    case SESSIONS -> id -> new EndSession(id, SessionEnd.ERASED);
                    case QUESTIONS -> id -> new CancelQuestion(id, 0);
                    case CONNECTIONS -> RemoveConnection::new;
                    case PROJECTS -> id -> new DeleteProject(id, null);
                    case IDENTIFIERS -> id -> new ReleaseIdentifier(id, erasure.person());
                    case KEY, REST, DONE ->
                            throw new IllegalStateException(kind + " has no things");
                };
        things.forEach(id -> send(command.apply(id), erasure));
    }

    private void send(Object command, Begun erasure) {
        CompletableFuture<@Nullable Object> done = new CompletableFuture<>();
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command)
                        .andMetaData(Metadata.of(Actor.SYSTEM))
                        .andMetaData(erasure.origin().metadata());
        commands.<Object, Object>dispatch(
                message,
                (sent, result) -> {
                    if (result.isExceptional()) {
                        done.completeExceptionally(result.exceptionResult());
                    } else {
                        done.complete(result.getPayload());
                    }
                });
        try {
            done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            if (!isOver(failure.getCause())) {
                throw failure;
            }
        }
    }

    /** Somebody was faster: the person themselves a moment before, or another node. */
    private static boolean isOver(@Nullable Throwable failure) {
        return failure instanceof Refusal refusal
                && (refusal.kind() == Refusal.Kind.NOT_FOUND
                        || refusal.kind() == Refusal.Kind.CONFLICT);
    }
}
