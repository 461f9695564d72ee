/**
 * Decides who people are: users, the identifiers that they claim, their sessions, the installation.
 */
@NullMarked
package io.daybook.command.identity;

import org.jspecify.annotations.NullMarked;
