package io.daybook.platform.bus;

/**
 * A processing group that keeps its token in memory, anew on every node: it parks no events,
 * because each start reads what matters again.
 */
public record ForgetfulGroup(String name) {}
