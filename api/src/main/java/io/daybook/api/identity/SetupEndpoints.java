package io.daybook.api.identity;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.identity.AppointFirstAdministrator;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.SetupState;
import io.daybook.platform.Identifiers;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** The first administrator. */
@RestController
@RequestMapping("/api/setup")
final class SetupEndpoints {

    private final Commands commands;
    private final Queries queries;

    SetupEndpoints(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Whether the first administrator is still missing. */
    @GetMapping
    @Needs(Permission.PUBLIC)
    Mono<State> state(Position position) {
        return queries.ask(new SetupState(Installation.ID), Boolean.class, position.value())
                .map(State::new);
    }

    /** Makes the bearer of the printed link the first administrator. */
    @PostMapping
    @Needs(Permission.PUBLIC)
    Mono<ResponseEntity<Void>> appoint(
            @Valid @RequestBody Credentials.FirstAdministrator body, ServerWebExchange exchange) {
        return Answers.nothing(
                commands.send(
                        new AppointFirstAdministrator(
                                Installation.ID,
                                body.token(),
                                Identifiers.forNew(),
                                body.email(),
                                body.fullName(),
                                body.password()),
                        RegistrationEndpoints.anonymous(exchange)));
    }

    /** What is left to do. */
    record State(boolean needed) {}
}
