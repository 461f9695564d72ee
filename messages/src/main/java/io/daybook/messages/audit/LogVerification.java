package io.daybook.messages.audit;

/** Asks whether the log is what it was: walks its hash chain; answered by a {@link LogVerdict}. */
public record LogVerification() {}
