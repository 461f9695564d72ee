/** Passwords: which are good enough, and how they are kept so that nobody can read them. */
@NullMarked
package io.daybook.command.identity.password;

import org.jspecify.annotations.NullMarked;
