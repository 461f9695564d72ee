/** Endpoints of identity: registering, signing in, sessions, the first administrator. */
@NullMarked
package io.daybook.api.identity;

import org.jspecify.annotations.NullMarked;
