package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/**
 * Keeps a search of the history, or changes what a kept one searches for. The name has 1 to 80
 * characters, the filter at most 2,000.
 */
public record SaveHistoryFilter(
        @TargetAggregateIdentifier UUID filterId, String name, String filter) {}
