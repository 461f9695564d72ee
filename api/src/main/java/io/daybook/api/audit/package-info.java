/** The history of everything, the read models and what a person sees first, over HTTP. */
@NullMarked
package io.daybook.api.audit;

import org.jspecify.annotations.NullMarked;
