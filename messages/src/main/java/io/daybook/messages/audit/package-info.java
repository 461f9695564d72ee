/** The history of everything, and the read models that are built from it. */
@NullMarked
package io.daybook.messages.audit;

import org.jspecify.annotations.NullMarked;
