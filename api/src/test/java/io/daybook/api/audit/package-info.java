@NullMarked
package io.daybook.api.audit;

import org.jspecify.annotations.NullMarked;
