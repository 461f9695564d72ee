package io.daybook.command.identity;

import io.daybook.command.identity.password.PasswordHash;
import io.daybook.command.identity.password.Verdict;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.LogInAnswer;
import io.daybook.messages.identity.SignedIn;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Signs people in: a hash is computed for everybody, also for whom we do not know. */
final class SigningIn {

    private final People people;
    private final Shelf<SessionAggregate> sessions;
    private final PasswordHash hash;
    private final SessionLife life;
    private final Clock clock;

    SigningIn(
            People people,
            Shelf<SessionAggregate> sessions,
            PasswordHash hash,
            SessionLife life,
            Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.hash = hash;
        this.life = life;
        this.clock = clock;
    }

    @CommandHandler
    LogInAnswer handle(LogIn command) {
        Optional<Aggregate<UserAggregate>> found = people.called(command.identifier());
        if (!verdict(found, command.password()).accepted()) {
            found.ifPresent(this::refuse);
            return LogInAnswer.refused();
        }
        return found.map(user -> start(user.invoke(UserAggregate::state), command))
                .orElseGet(LogInAnswer::refused);
    }

    private Verdict verdict(Optional<Aggregate<UserAggregate>> found, Secret password) {
        return found.map(user -> user.invoke(one -> one.state().person().passwordVerifier()))
                .map(verifier -> hash.verify(password, verifier))
                .orElseGet(() -> hash.refuse(password));
    }

    private void refuse(Aggregate<UserAggregate> user) {
        user.execute(one -> one.happen(one.state().refuseSignIn(clock.instant())));
    }

    private LogInAnswer start(User user, LogIn command) {
        Instant now = clock.instant();
        return sessions.findOrBegin(command.sessionId())
                .invoke(
                        session -> {
                            session.happen(
                                    session.state()
                                            .begin(
                                                    command.sessionId(),
                                                    user.person().userId(),
                                                    command.device(),
                                                    life,
                                                    now));
                            return answer(session.state(), user);
                        });
    }

    private static LogInAnswer answer(Session session, User user) {
        boolean own = session.started().userId().equals(user.person().userId());
        return own && !session.ended()
                ? new LogInAnswer(signedIn(session, user))
                : LogInAnswer.refused();
    }

    static SignedIn signedIn(Session session, User user) {
        return new SignedIn(
                session.started().sessionId(),
                user.person().userId(),
                user.role(),
                session.generation(),
                session.expiresAt());
    }
}
