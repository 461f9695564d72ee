package io.daybook.messages.identity;

import java.util.List;

/** Erasures, newest first. */
public record ErasureList(List<Erasure> items) {}
