package io.daybook.messages.identity;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A person registered; the verifier is an Argon2id or bcrypt hash, never a password. */
@Revision("1")
public record UserRegistered(
        @DataSubject UUID userId,
        @PersonalData @Nullable String email,
        @PersonalData @Nullable String fullName,
        @PersonalData @Nullable String username,
        @PersonalData @Nullable String passwordVerifier,
        Role role)
        implements UserEvent {}
