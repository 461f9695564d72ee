/** The projects that people work in. */
@NullMarked
package io.daybook.messages.projects;

import org.jspecify.annotations.NullMarked;
