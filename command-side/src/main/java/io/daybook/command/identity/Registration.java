package io.daybook.command.identity;

import io.daybook.command.identity.password.PasswordHash;
import io.daybook.command.identity.password.PasswordRules;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.IdentifierKind;
import io.daybook.messages.identity.PasswordEstimate;
import io.daybook.messages.identity.PasswordStrength;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserRegistered;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

/**
 * Registers people. The address and the username are claimed in the same unit of work, each an
 * aggregate of its own, so that they stay unique; the locks are taken in one order.
 */
final class Registration {

    private final Shelf<IdentifierAggregate> identifiers;
    private final Shelf<UserAggregate> users;
    private final IdentifierNames names;
    private final PasswordRules rules;
    private final PasswordHash hash;
    private final LinkTokens tokens;
    private final Clock clock;

    Registration(
            Shelf<IdentifierAggregate> identifiers,
            Shelf<UserAggregate> users,
            IdentifierNames names,
            PasswordRules rules,
            PasswordHash hash,
            LinkTokens tokens,
            Clock clock) {
        this.identifiers = identifiers;
        this.users = users;
        this.names = names;
        this.rules = rules;
        this.hash = hash;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Answers alike for a free and a taken address: its owner gets a mail in either case. */
    @CommandHandler
    void handle(RegisterUser command) {
        UserRegistered person =
                person(
                        command.userId(),
                        command.email(),
                        command.fullName(),
                        command.username(),
                        command.password(),
                        Role.USER);
        register(person, command.email());
    }

    @QueryHandler
    PasswordEstimate estimate(PasswordStrength query) {
        return rules.estimate(query.password(), Arrays.asList(query.email(), query.fullName()));
    }

    /**
     * Checks every rule and makes the verifier, whatever comes of it: so all tries take as long.
     */
    UserRegistered person(
            UUID userId,
            String email,
            @Nullable String fullName,
            @Nullable String username,
            Secret password,
            Role role) {
        String address = PersonalDetails.email(email);
        String name = PersonalDetails.fullName(fullName);
        String handle = PersonalDetails.username(username);
        rules.check(password, Arrays.asList(address, name, handle));
        return new UserRegistered(userId, address, name, handle, hash.verifier(password), role);
    }

    /** Says whether the address was this person's to take. */
    boolean register(UserRegistered person, String email) {
        String username = person.username();
        if (username != null) {
            checkFree(username, person.userId());
        }
        boolean taken = !claim(names.ofEmail(email), IdentifierKind.EMAIL, person.userId());
        if (taken) {
            return false;
        }
        if (username != null
                && !claim(names.ofUsername(username), IdentifierKind.USERNAME, person.userId())) {
            throw new UsernameTaken();
        }
        users.findOrBegin(person.userId())
                .execute(
                        user ->
                                user.happen(
                                        user.state().register(person, tokens, clock.instant())));
        return true;
    }

    /** Before the address is looked at: what is said of a username must not tell of an address. */
    private void checkFree(String username, UUID userId) {
        identifiers
                .find(names.ofUsername(username))
                .filter(found -> !found.invoke(identifier -> identifier.state().isFor(userId)))
                .ifPresent(
                        other -> {
                            throw new UsernameTaken();
                        });
    }

    private boolean claim(UUID identifierId, IdentifierKind kind, UUID userId) {
        return identifiers
                .findOrBegin(identifierId)
                .invoke(
                        identifier -> {
                            boolean free = identifier.state().isFor(userId);
                            identifier.happen(
                                    identifier
                                            .state()
                                            .claim(identifierId, kind, userId, clock.instant()));
                            return free;
                        });
    }
}
