package io.daybook.command.identity;

import io.daybook.command.identity.password.PasswordHash;
import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.ConfirmErasure;
import io.daybook.messages.identity.EraseUser;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.ReleaseIdentifier;
import io.daybook.platform.bus.Metadata;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Decides who may be erased, and takes note of what Daybook did for it (ADR 0070). */
final class Erasing {

    private final Shelf<InstallationAggregate> installations;
    private final Shelf<IdentifierAggregate> identifiers;
    private final People people;
    private final PasswordHash hash;

    Erasing(
            Shelf<InstallationAggregate> installations,
            Shelf<IdentifierAggregate> identifiers,
            People people,
            PasswordHash hash) {
        this.installations = installations;
        this.identifiers = identifiers;
        this.people = people;
        this.hash = hash;
    }

    @CommandHandler
    void handle(EraseUser command, MetaData metadata) {
        Actor actor = Metadata.actor(metadata);
        if (actor.is(command.userId()) && command.password() == null) {
            throw new OwnAccount();
        }
        boolean last = isLastAdministrator(command.userId());
        Aggregate<UserAggregate> user =
                people.known(command.userId()).orElseThrow(UserNotThere::new);
        boolean proven =
                actor.is(command.userId())
                        && user.invoke(one -> proves(command.password(), one.state()));
        user.execute(one -> one.happen(one.state().requestErasure(actor, proven, last)));
    }

    @CommandHandler
    void handle(ReleaseIdentifier command, MetaData metadata) {
        onlyDaybook(metadata);
        identifiers
                .find(command.identifierId())
                .ifPresent(
                        found ->
                                found.execute(
                                        one -> one.happen(one.state().release(command.userId()))));
    }

    @CommandHandler
    void handle(ConfirmErasure command, MetaData metadata) {
        onlyDaybook(metadata);
        people.known(command.userId())
                .ifPresent(user -> user.execute(one -> one.happen(one.state().confirmErasure())));
    }

    private boolean isLastAdministrator(UUID userId) {
        return installations
                .find(Installation.ID)
                .map(found -> found.invoke(one -> one.state().isLastAdministrator(userId)))
                .orElse(false);
    }

    private boolean proves(@Nullable Secret password, User user) {
        String verifier = user.person().passwordVerifier();
        return password != null && verifier != null && hash.verify(password, verifier).accepted();
    }

    private static void onlyDaybook(MetaData metadata) {
        if (!Metadata.actor(metadata).equals(Actor.SYSTEM)) {
            throw new UserNotThere();
        }
    }
}
