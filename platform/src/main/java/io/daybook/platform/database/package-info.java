/** The database: pools for writing (JDBC) and reading (R2DBC), transactions, migrations. */
@NullMarked
package io.daybook.platform.database;

import org.jspecify.annotations.NullMarked;
