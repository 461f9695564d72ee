package io.daybook.query.platform;

import org.axonframework.eventhandling.EventMessage;

import java.util.List;
import java.util.Set;

/**
 * A read model that is built from the log and can be built anew at any time. Its tables are
 * declared in {@code projections/<name>.sql}; every generation has a set of its own, and readers
 * see the live one as views in the schema {@code read}.
 */
public interface Projection {

    /** Its name, which is the name of its processing group too. */
    String name();

    /** What it remembers, in a sentence for administrators. */
    String description();

    /**
     * The version of its fold: raised where the same tables get other contents than before, which
     * has it built anew at the next start.
     */
    default int version() {
        return 1;
    }

    /** Its tables. */
    List<Table<?>> tables();

    /** The queries that are answered from it: they wait for it to reach a position. */
    Set<Class<?>> queries();

    /**
     * The events that change it, by what they have in common; the others are not even opened, which
     * makes a rebuild several times faster.
     */
    default Set<Class<?>> events() {
        return Set.of(Object.class);
    }

    /**
     * Notes the changes that an event makes; called in the order of the log, without side effects.
     */
    void apply(EventMessage<?> event, long position, Batch batch);
}
