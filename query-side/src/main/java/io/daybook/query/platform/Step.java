package io.daybook.query.platform;

import org.jspecify.annotations.Nullable;

/** A step of a rebuild on this node: since when, and which part of it is being done. */
final class Step {

    /** What is done once a log was read. */
    enum Kind {
        INDEXING,
        COMPARING
    }

    private final Kind kind;
    private final long began = System.nanoTime();
    private volatile Part part = new Part(0, null);

    Step(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Notes what is done now, and how many parts were done before it. */
    void at(int done, String name) {
        part = new Part(done, name);
    }

    Part part() {
        return part;
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** A part of a step: how many are done, and the name of the one that is not yet. */
    record Part(int done, @Nullable String name) {}
}
