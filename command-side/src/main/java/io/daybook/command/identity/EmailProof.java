package io.daybook.command.identity;

import io.daybook.messages.identity.RequestEmailVerification;
import io.daybook.messages.identity.VerifyEmail;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

import java.time.Clock;

/** Proves that addresses belong to the people who gave them. */
final class EmailProof {

    private final People people;
    private final LinkTokens tokens;
    private final Clock clock;

    EmailProof(People people, LinkTokens tokens, Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.clock = clock;
    }

    @CommandHandler
    void handle(VerifyEmail command) {
        Aggregate<UserAggregate> user =
                people.with(command.userId()).orElseThrow(LinkNotValid::new);
        user.execute(one -> one.happen(one.state().verifyEmail(command.token(), clock.instant())));
    }

    /** Answers alike for every address. */
    @CommandHandler
    void handle(RequestEmailVerification command) {
        people.called(PersonalDetails.email(command.email()))
                .ifPresent(
                        user ->
                                user.execute(
                                        one ->
                                                one.happen(
                                                        one.state()
                                                                .requestEmailVerification(
                                                                        tokens, clock.instant()))));
    }
}
