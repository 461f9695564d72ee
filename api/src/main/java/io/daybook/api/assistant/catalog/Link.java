package io.daybook.api.assistant.catalog;

/** Many rows of one entity point at one row of another. */
public record Link(Entity many, Field from, Entity one, Field to) {}
