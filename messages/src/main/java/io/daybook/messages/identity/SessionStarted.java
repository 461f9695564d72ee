package io.daybook.messages.identity;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A person signed in on a device. */
@Revision("1")
public record SessionStarted(
        UUID sessionId,
        @DataSubject UUID userId,
        @PersonalData @Nullable String device,
        @PersonalData @Nullable String browser,
        @PersonalData @Nullable String operatingSystem,
        @PersonalData @Nullable String address,
        Instant expiresAt)
        implements SessionEvent {}
