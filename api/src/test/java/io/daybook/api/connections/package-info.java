/** Connections, tried on the running application. */
@NullMarked
package io.daybook.api.connections;

import org.jspecify.annotations.NullMarked;
