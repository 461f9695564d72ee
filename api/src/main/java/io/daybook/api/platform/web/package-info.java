/**
 * How the pages of the web interface are served, and how positions of the log travel in headers.
 */
@NullMarked
package io.daybook.api.platform.web;

import org.jspecify.annotations.NullMarked;
