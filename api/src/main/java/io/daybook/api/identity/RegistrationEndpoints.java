package io.daybook.api.identity;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.ProblemException;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.web.ClientAddress;
import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.PasswordEstimate;
import io.daybook.messages.identity.PasswordStrength;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.messages.identity.RequestEmailVerification;
import io.daybook.messages.identity.VerifyEmail;
import io.daybook.platform.Identifiers;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Becoming a user: registering, and proving the address. */
@RestController
@RequestMapping("/api/auth")
final class RegistrationEndpoints {

    private final Commands commands;
    private final Queries queries;

    RegistrationEndpoints(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Registers a person; answers alike whether the address is free or taken. */
    @PostMapping("/register")
    @Needs(Permission.PUBLIC)
    Mono<ResponseEntity<Message>> register(
            @Valid @RequestBody Credentials.Registration body, ServerWebExchange exchange) {
        RegisterUser command =
                new RegisterUser(
                        Identifiers.forNew(),
                        body.email(),
                        body.fullName(),
                        body.username(),
                        body.password());
        // the position would tell whether anything was written
        return SteadyPace.of(
                commands.send(command, anonymous(exchange))
                        .map(
                                done ->
                                        ResponseEntity.accepted()
                                                .body(
                                                        new Message(
                                                                "We have sent a mail to this"
                                                                        + " address. You can"
                                                                        + " sign in now."))));
    }

    /** Says how good a password would be, and why it is not good enough. */
    @PostMapping("/password-strength")
    @Needs(Permission.PUBLIC)
    Mono<PasswordEstimate> strength(@Valid @RequestBody Credentials.Estimate body) {
        return queries.ask(
                new PasswordStrength(body.password(), body.email(), body.fullName()),
                PasswordEstimate.class);
    }

    /** Proves an address by the token of a mailed link. */
    @PostMapping("/verify-email")
    @Needs(Permission.PUBLIC)
    Mono<ResponseEntity<Void>> verify(
            @Valid @RequestBody Credentials.Link body, ServerWebExchange exchange) {
        return Answers.nothing(
                commands.send(
                        new VerifyEmail(person(body.token()), body.token()), anonymous(exchange)));
    }

    /** Mails another link; answers alike for every address. */
    @PostMapping("/resend-verification")
    @Needs(Permission.PUBLIC)
    Mono<ResponseEntity<Message>> resend(
            @Valid @RequestBody Credentials.Address body, ServerWebExchange exchange) {
        return SteadyPace.of(
                commands.send(new RequestEmailVerification(body.email()), anonymous(exchange))
                        .map(
                                done ->
                                        ResponseEntity.accepted()
                                                .body(
                                                        new Message(
                                                                "If this address waits to be"
                                                                        + " proven, we have sent a"
                                                                        + " link to it."))));
    }

    static Actor anonymous(ServerWebExchange exchange) {
        return Actor.anonymous(ClientAddress.of(exchange));
    }

    /** The first 16 bytes of a link's token name the person. */
    private static UUID person(Secret token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.value()));
            if (bytes.remaining() == 48) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // told like any other wrong token
        }
        throw new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "link-not-valid",
                "This link is not valid any more. Ask for a new one.");
    }

    /** A sentence for a person. */
    record Message(String message) {}
}
