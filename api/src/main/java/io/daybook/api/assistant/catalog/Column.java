package io.daybook.api.assistant.catalog;

/** A field in its entity. */
public record Column(Entity entity, Field field) {}
