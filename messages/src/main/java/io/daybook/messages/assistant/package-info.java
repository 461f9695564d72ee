/** Questions asked in plain words and what became of them. */
@NullMarked
package io.daybook.messages.assistant;

import org.jspecify.annotations.NullMarked;
