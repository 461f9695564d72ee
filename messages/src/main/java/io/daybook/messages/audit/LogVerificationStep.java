package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/** How far the walk along the log has come; the last step has the verdict. */
public record LogVerificationStep(long events, long expected, @Nullable LogVerdict verdict) {}
