package io.daybook.messages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks everything that happens to one kind of aggregate as details: there are many of them, and no
 * decision needs them after the aggregate's end. Once they are old enough they may be retired from
 * the log, the aggregate as a whole. All other events are kept for ever.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Detail {}
