/** A database's schema as the assistant thinks of it: entities, fields, links and ways between. */
@NullMarked
package io.daybook.api.assistant.catalog;

import org.jspecify.annotations.NullMarked;
