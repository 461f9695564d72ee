/** What the query side remembers of users and sessions. */
@NullMarked
package io.daybook.query.identity;

import org.jspecify.annotations.NullMarked;
