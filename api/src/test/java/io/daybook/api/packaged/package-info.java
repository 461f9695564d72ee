/**
 * Tests against the packaged program, run as its users run it: a process, a port, a data folder.
 */
@NullMarked
package io.daybook.api.packaged;

import org.jspecify.annotations.NullMarked;
