/**
 * The built-in analyst, which needs no model: reads a question against a schema and answers with a
 * statement or says plainly that it cannot.
 */
@NullMarked
package io.daybook.api.assistant.analyst;

import org.jspecify.annotations.NullMarked;
