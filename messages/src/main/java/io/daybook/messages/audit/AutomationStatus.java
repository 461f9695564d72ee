package io.daybook.messages.audit;

/**
 * How an automation stands: positions are those of the log, as they are stored every few seconds;
 * one that stays where it is although there is more to read is stuck.
 */
public record AutomationStatus(String name, long position, long head, boolean stuck) {

    /** How many positions it is behind. */
    public long lag() {
        return Math.max(0, head - Math.max(0, position));
    }
}
