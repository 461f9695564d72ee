package io.daybook.command.identity;

import org.axonframework.modelling.command.Aggregate;

import java.util.Optional;
import java.util.UUID;

/** Finds a person by what they call themselves. */
final class People {

    private final Shelf<IdentifierAggregate> identifiers;
    private final Shelf<UserAggregate> users;
    private final IdentifierNames names;

    People(
            Shelf<IdentifierAggregate> identifiers,
            Shelf<UserAggregate> users,
            IdentifierNames names) {
        this.identifiers = identifiers;
        this.users = users;
        this.names = names;
    }

    /** By an e-mail address or a username, however written. */
    Optional<Aggregate<UserAggregate>> called(String text) {
        return identifiers
                .find(names.ofSignIn(text))
                .map(identifier -> identifier.invoke(claimed -> claimed.state().owner()))
                .flatMap(this::with);
    }

    /** By identifier; whoever is being erased is not there any more. */
    Optional<Aggregate<UserAggregate>> with(UUID userId) {
        return known(userId).filter(user -> user.invoke(one -> one.state().present()));
    }

    /** The same with those who are erased. */
    Optional<Aggregate<UserAggregate>> known(UUID userId) {
        return users.find(userId);
    }
}
