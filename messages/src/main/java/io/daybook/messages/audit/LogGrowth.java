package io.daybook.messages.audit;

/** Asks how large the log is and what was retired from it; answered by {@link LogFigures}. */
public record LogGrowth(int retirements) {}
