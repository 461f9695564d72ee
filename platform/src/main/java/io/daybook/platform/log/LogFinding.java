package io.daybook.platform.log;

/** The first place where the log is not what it was. */
public record LogFinding(long position, Kind kind) {

    /** What is wrong there. */
    public enum Kind {
        /** The event, or its place, is not the one that was chained. */
        ALTERED,
        /** An event that was chained is gone. */
        MISSING,
        /** An event stands there that was not chained in its turn. */
        INSERTED
    }
}
