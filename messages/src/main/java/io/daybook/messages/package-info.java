/** The vocabulary that every room of Daybook speaks. */
@NullMarked
package io.daybook.messages;

import org.jspecify.annotations.NullMarked;
