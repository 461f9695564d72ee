/** Decides what may happen to a question: asked once, closed once, by its asker or by Daybook. */
@NullMarked
package io.daybook.command.assistant;

import org.jspecify.annotations.NullMarked;
