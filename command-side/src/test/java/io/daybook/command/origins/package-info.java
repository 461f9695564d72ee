/** What events say of where they come from, on a node with an automation. */
@NullMarked
package io.daybook.command.origins;

import org.jspecify.annotations.NullMarked;
