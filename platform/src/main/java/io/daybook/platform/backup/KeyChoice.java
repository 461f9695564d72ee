package io.daybook.platform.backup;

/**
 * Whether the master key goes into a backup: together with the rest it is everything a thief needs.
 */
public enum KeyChoice {
    LEFT_OUT,
    INCLUDED
}
