/**
 * Mails: caused by events, written once for each, sent with patience, visible to administrators.
 */
@NullMarked
package io.daybook.command.identity.mail;

import org.jspecify.annotations.NullMarked;
