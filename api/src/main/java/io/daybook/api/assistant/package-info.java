/** Answers questions asked in plain words, as a stream. */
@NullMarked
package io.daybook.api.assistant;

import org.jspecify.annotations.NullMarked;
