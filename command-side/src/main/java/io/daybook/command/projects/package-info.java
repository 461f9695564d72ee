/** Decides about projects. */
@NullMarked
package io.daybook.command.projects;

import org.jspecify.annotations.NullMarked;
