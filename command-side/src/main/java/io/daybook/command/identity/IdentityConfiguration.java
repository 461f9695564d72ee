package io.daybook.command.identity;

import io.daybook.command.identity.password.HashingRoom;
import io.daybook.command.identity.password.PasswordHash;
import io.daybook.command.identity.password.PasswordRules;
import io.daybook.platform.bus.AggregateCache;
import io.daybook.platform.keys.InstallationKeys;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.concurrent.Callable;

/** Puts the deciders of identity on the command bus. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionLife.class)
class IdentityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

    @Bean
    PasswordHash passwordHash() {
        PasswordHash hash = PasswordHash.best(HashingRoom.forThisMachine());
        log.info("Passwords are hashed by {}", hash.description());
        return hash;
    }

    @Bean
    IdentifierNames identifierNames(InstallationKeys keys) {
        return new IdentifierNames(keys.key("identifiers"));
    }

    @Bean
    LinkTokens linkTokens(InstallationKeys keys) {
        return new LinkTokens(keys.key("mailed-links"));
    }

    @Bean
    Shelf<UserAggregate> users(EventStore store, AggregateCache cache) {
        return shelf(UserAggregate.class, UserAggregate::new, store, cache);
    }

    @Bean
    Shelf<IdentifierAggregate> identifiers(EventStore store, AggregateCache cache) {
        return shelf(IdentifierAggregate.class, IdentifierAggregate::new, store, cache);
    }

    @Bean
    Shelf<SessionAggregate> sessions(EventStore store, AggregateCache cache) {
        return shelf(SessionAggregate.class, SessionAggregate::new, store, cache);
    }

    @Bean
    Shelf<InstallationAggregate> installations(EventStore store, AggregateCache cache) {
        return shelf(InstallationAggregate.class, InstallationAggregate::new, store, cache);
    }

    @Bean
    People people(
            Shelf<IdentifierAggregate> identifiers,
            Shelf<UserAggregate> users,
            IdentifierNames names) {
        return new People(identifiers, users, names);
    }

    @Bean
    Registration registration(
            Shelf<IdentifierAggregate> identifiers,
            Shelf<UserAggregate> users,
            IdentifierNames names,
            PasswordHash hash,
            LinkTokens tokens,
            Clock clock) {
        return new Registration(
                identifiers, users, names, new PasswordRules(), hash, tokens, clock);
    }

    @Bean
    SigningIn signingIn(
            People people,
            Shelf<SessionAggregate> sessions,
            PasswordHash hash,
            SessionLife life,
            Clock clock) {
        return new SigningIn(people, sessions, hash, life, clock);
    }

    @Bean
    SessionKeeping sessionKeeping(
            Shelf<SessionAggregate> sessions, People people, SessionLife life, Clock clock) {
        return new SessionKeeping(sessions, people, life, clock);
    }

    @Bean
    EmailProof emailProof(People people, LinkTokens tokens, Clock clock) {
        return new EmailProof(people, tokens, clock);
    }

    @Bean
    SettingUp settingUp(Shelf<InstallationAggregate> installations, Registration registration) {
        return new SettingUp(installations, registration);
    }

    private static <A> Shelf<A> shelf(
            Class<A> type, Callable<A> blank, EventStore store, AggregateCache cache) {
        return new Shelf<>(
                EventSourcingRepository.builder(type).eventStore(store).cache(cache).build(),
                blank);
    }
}
