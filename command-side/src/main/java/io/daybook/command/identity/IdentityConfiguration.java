package io.daybook.command.identity;

import io.daybook.command.identity.password.HashingRoom;
import io.daybook.command.identity.password.PasswordHash;
import io.daybook.command.identity.password.PasswordRules;
import io.daybook.platform.bus.AggregateCache;
import io.daybook.platform.keys.InstallationKeys;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

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
        return Shelf.of(UserAggregate.class, UserAggregate::new, store, cache);
    }

    @Bean
    Shelf<IdentifierAggregate> identifiers(EventStore store, AggregateCache cache) {
        return Shelf.of(IdentifierAggregate.class, IdentifierAggregate::new, store, cache);
    }

    @Bean
    Shelf<SessionAggregate> sessions(EventStore store, AggregateCache cache) {
        return Shelf.of(SessionAggregate.class, SessionAggregate::new, store, cache);
    }

    @Bean
    Shelf<InstallationAggregate> installations(EventStore store, AggregateCache cache) {
        return Shelf.of(InstallationAggregate.class, InstallationAggregate::new, store, cache);
    }

    @Bean
    People people(
            Shelf<IdentifierAggregate> identifiers,
            Shelf<UserAggregate> users,
            IdentifierNames names) {
        return new People(identifiers, users, names);
    }

    @Bean
    Addresses addresses(EventStore store) {
        return new Addresses(store);
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
    Erasing erasing(
            Shelf<InstallationAggregate> installations,
            Shelf<IdentifierAggregate> identifiers,
            People people,
            PasswordHash hash) {
        return new Erasing(installations, identifiers, people, hash);
    }

    @Bean
    SettingUp settingUp(Shelf<InstallationAggregate> installations, Registration registration) {
        return new SettingUp(installations, registration);
    }
}
