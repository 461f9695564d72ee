/** Erases people for good: everything of theirs by its own commands, then their key (ADR 0070). */
@NullMarked
package io.daybook.command.identity.erasure;

import org.jspecify.annotations.NullMarked;
