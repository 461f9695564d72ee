/** Times that a question speaks of: periods, comparisons of two, and steps over time. */
@NullMarked
package io.daybook.api.assistant.period;

import org.jspecify.annotations.NullMarked;
