/**
 * A PostgreSQL server of our own beside the process: unpacked from the class path, its data in a
 * folder.
 */
@NullMarked
package io.daybook.platform.postgres;

import org.jspecify.annotations.NullMarked;
