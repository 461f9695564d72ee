/** Words of a question: tokens, their forms, what means alike, and patterns over them. */
@NullMarked
package io.daybook.api.assistant.words;

import org.jspecify.annotations.NullMarked;
