package io.daybook.platform.proof;

/** Takes the rows of the log in order. */
@FunctionalInterface
interface RowConsumer {

    /** Takes the next row; answers whether to go on. */
    boolean take(LogRow row);
}
