package io.daybook.platform.proof;

/** The first place where the log is not what it was, and what was found there. */
public record LogFinding(long position, Kind kind, String detail) {

    /** What is wrong there. */
    public enum Kind {
        /** The stored bytes of the event are not those that were chained. */
        ALTERED,
        /** An event that was chained is gone. */
        MISSING,
        /** An event stands there that was not chained in its turn. */
        INSERTED,
        /** The event that was chained at one position stands at another. */
        REORDERED,
        /** The chain itself was altered, or events were altered together with their entries. */
        CHAIN_ALTERED,
        /** Entries of the chain are gone. */
        CHAIN_MISSING,
        /** The log is whole in itself, but not the one that a checkpoint was signed for. */
        REWRITTEN,
        /** The log ends before the last event that a checkpoint was signed for. */
        CUT_OFF,
        /** A checkpoint is that of another log. */
        OTHER_LOG,
        /** A checkpoint is not signed by the key that it should be signed by. */
        CHECKPOINT_NOT_SIGNED,
        /** What says that details were retired is not signed by a key of Daybook. */
        RETIREMENT_NOT_SIGNED
    }
}
