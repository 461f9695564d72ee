package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** An administrator had details kept for so many days, or for ever. */
@Revision("1")
public record DetailRetentionChanged(UUID retentionId, @Nullable Integer days, UUID orderedBy)
        implements RetentionEvent {}
