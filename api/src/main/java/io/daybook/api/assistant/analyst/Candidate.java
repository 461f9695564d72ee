package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;

/** What some words of a question may mean in a schema, and how surely (0 to 1). */
sealed interface Candidate {

    double score();

    /** The rows of a table. */
    record OfEntity(Entity entity, double score) implements Candidate {}

    /** The values of a column. */
    record OfColumn(Column column, double score) implements Candidate {}

    /** A figure to be found or computed. */
    record OfConcept(Concept concept, double score) implements Candidate {}
}
