/** Runs: a question on its way to an answer, its parts as they come, and who listens to them. */
@NullMarked
package io.daybook.api.assistant.runs;

import org.jspecify.annotations.NullMarked;
