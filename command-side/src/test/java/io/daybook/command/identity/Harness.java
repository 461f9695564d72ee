package io.daybook.command.identity;

import io.daybook.command.identity.password.HashingRoom;
import io.daybook.command.identity.password.PasswordHash;
import io.daybook.command.identity.password.PasswordRules;
import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.Device;
import io.daybook.messages.identity.EmailVerificationRequested;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.platform.bus.AggregateCache;
import io.daybook.platform.bus.Metadata;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All deciders of identity on a bus and a log in memory, for slices that span several aggregates.
 */
final class Harness {

    static final Secret PASSWORD = new Secret("tangerine-lamp-42");
    static final Device LAPTOP = new Device("Computer", "Firefox", "Linux", "192.0.2.7");
    static final Device PHONE = new Device("Phone", "Safari", "iOS", "192.0.2.8");

    /** One hash for all tests: what matters here is what is decided. */
    private static final PasswordHash HASH = PasswordHash.best(new HashingRoom(2, 1000));

    final LinkTokens tokens = new LinkTokens(new byte[32]);
    final IdentifierNames names = new IdentifierNames(new byte[32]);

    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    private final AggregateCache cache = new AggregateCache(1000);
    private final SimpleCommandBus bus =
            SimpleCommandBus.builder()
                    .transactionManager(NoTransactionManager.instance())
                    .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                    .build();
    private final List<Object> happened = new CopyOnWriteArrayList<>();

    Harness() {
        LogClock.set(LogClock.START);
        LogClock clock = new LogClock();
        SessionLife life =
                new SessionLife(Duration.ofDays(7), Duration.ofDays(90), Duration.ofSeconds(10));
        var users = shelf(UserAggregate.class, UserAggregate::new);
        var identifiers = shelf(IdentifierAggregate.class, IdentifierAggregate::new);
        var sessions = shelf(SessionAggregate.class, SessionAggregate::new);
        var installations = shelf(InstallationAggregate.class, InstallationAggregate::new);
        People people = new People(identifiers, users, names);
        Registration registration =
                new Registration(
                        identifiers, users, names, new PasswordRules(), HASH, tokens, clock);
        subscribe(registration);
        subscribe(new SigningIn(people, sessions, HASH, life, clock));
        subscribe(new SessionKeeping(sessions, people, life, clock));
        subscribe(new EmailProof(people, tokens, clock));
        subscribe(new SettingUp(installations, registration));
        subscribe(new Erasing(installations, identifiers, people, HASH));
        store.subscribe(
                events -> events.stream().map(EventMessage::getPayload).forEach(happened::add));
    }

    /** Handles a command and forgets what happened before it. */
    @Nullable Object when(Object command, Actor actor) {
        happened.clear();
        return send(command, actor);
    }

    @Nullable Object when(Object command) {
        return when(command, Actor.anonymous("192.0.2.7"));
    }

    <R> R when(Object command, Class<R> answer) {
        return Objects.requireNonNull(answer.cast(when(command)));
    }

    @Nullable Object send(Object command, Actor actor) {
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(Metadata.of(actor));
        bus.<Object, Object>dispatch(
                message,
                (sent, result) -> {
                    if (result.isExceptional()) {
                        answer.completeExceptionally(result.exceptionResult());
                    } else {
                        answer.complete(result.getPayload());
                    }
                });
        try {
            return answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw failure;
        }
    }

    List<Object> happened() {
        return List.copyOf(happened);
    }

    <E> E happened(Class<E> type) {
        return happened.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    UUID registered(String email) {
        UUID userId = UUID.randomUUID();
        when(new RegisterUser(userId, email, "Grace Hopper", null, PASSWORD));
        return userId;
    }

    String linkToken() {
        return tokens.token(happened(EmailVerificationRequested.class));
    }

    UUID signedIn(String email) {
        UUID sessionId = UUID.randomUUID();
        when(new LogIn(sessionId, email, PASSWORD, LAPTOP));
        return sessionId;
    }

    private <A> Shelf<A> shelf(Class<A> type, Callable<A> blank) {
        return Shelf.of(type, blank, store, cache);
    }

    private void subscribe(Object handlers) {
        new AnnotationCommandHandlerAdapter<>(handlers).subscribe(bus);
    }
}
