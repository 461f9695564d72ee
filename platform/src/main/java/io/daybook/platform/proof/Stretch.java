package io.daybook.platform.proof;

import java.util.List;

/** Some consecutive blocks of the chain, and a way to the rows that they speak of. */
interface Stretch {

    List<Block> blocks();

    /**
     * Reads the rows after the stretch before up to the last of these blocks; may be called again,
     * from any thread.
     */
    void rows(RowConsumer consumer);
}
