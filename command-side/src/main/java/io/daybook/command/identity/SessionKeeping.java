package io.daybook.command.identity;

import io.daybook.messages.Actor;
import io.daybook.messages.identity.EndSession;
import io.daybook.messages.identity.RefreshAnswer;
import io.daybook.messages.identity.RefreshSession;
import io.daybook.platform.bus.Metadata;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;

import java.time.Clock;

/** Keeps sessions alive, and ends them. */
final class SessionKeeping {

    private final Shelf<SessionAggregate> sessions;
    private final People people;
    private final SessionLife life;
    private final Clock clock;

    SessionKeeping(Shelf<SessionAggregate> sessions, People people, SessionLife life, Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.life = life;
        this.clock = clock;
    }

    @CommandHandler
    RefreshAnswer handle(RefreshSession command) {
        return sessions.find(command.sessionId())
                .map(session -> session.invoke(one -> refresh(one, command)))
                .orElseGet(RefreshAnswer::refused);
    }

    @CommandHandler
    void handle(EndSession command, MetaData metadata) {
        Actor actor = Metadata.actor(metadata);
        Aggregate<SessionAggregate> session =
                sessions.find(command.sessionId()).orElseThrow(SessionNotThere::new);
        session.execute(one -> one.happen(one.state().end(command.reason(), actor)));
    }

    private RefreshAnswer refresh(SessionAggregate session, RefreshSession command) {
        session.happen(
                session.state()
                        .refresh(command.generation(), command.device(), life, clock.instant()));
        Session now = session.state();
        if (now.ended()) {
            return RefreshAnswer.refused();
        }
        return people.with(now.started().userId())
                .map(user -> user.invoke(UserAggregate::state))
                .map(user -> new RefreshAnswer(SigningIn.signedIn(now, user)))
                .orElseGet(RefreshAnswer::refused);
    }
}
