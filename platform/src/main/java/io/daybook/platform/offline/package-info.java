/** What can be done from the command line beside a running Daybook, or without one. */
@NullMarked
package io.daybook.platform.offline;

import org.jspecify.annotations.NullMarked;
