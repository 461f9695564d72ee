package io.daybook.api.assistant.analyst;

/** An aggregate that the question names, where it stands, and whether equal values count once. */
record Asked(Aggregate aggregate, int at, boolean distinct) {}
