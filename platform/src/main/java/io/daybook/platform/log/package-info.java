/**
 * The event log: names, serialisation with personal data encrypted, storage on PostgreSQL,
 * upcasters, the hash chain.
 */
@NullMarked
package io.daybook.platform.log;

import org.jspecify.annotations.NullMarked;
