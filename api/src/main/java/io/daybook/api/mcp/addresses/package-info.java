/** Where connections may lead: decided on addresses, after names were resolved. */
@NullMarked
package io.daybook.api.mcp.addresses;

import org.jspecify.annotations.NullMarked;
