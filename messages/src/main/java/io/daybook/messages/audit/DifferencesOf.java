package io.daybook.messages.audit;

/**
 * Asks how a projection's rebuild differs from the live generation; answered by {@link
 * RowDifferences}.
 */
public record DifferencesOf(String projection) {}
