/** What the query side remembers of projects. */
@NullMarked
package io.daybook.query.projects;

import org.jspecify.annotations.NullMarked;
