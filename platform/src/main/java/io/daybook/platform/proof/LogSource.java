package io.daybook.platform.proof;

import java.util.List;
import java.util.Optional;

/** Where a log and its chain are read from. */
interface LogSource {

    /**
     * What its chain says of its own length, which a cut at the end cannot forge alone, and the
     * frontier that it will go on from where one is kept (one, or none).
     */
    record End(long size, long position, List<byte[]> frontier) {}

    /** The next stretch, in the order of the log. */
    Optional<Stretch> next();

    /** The end of the chain as it was when the reading began. */
    End end();

    /** The name of the log. */
    String origin();

    /** The checkpoints that lie with the log. */
    List<String> checkpoints();

    /** What was retired, as the log says; nothing more is while it is walked along. */
    Retirements retirements();

    /** The position up to which it says that retirements were not signed. */
    long unsignedUpTo();

    /** The public keys that lie with the log. */
    List<NoteKey> keys();
}
