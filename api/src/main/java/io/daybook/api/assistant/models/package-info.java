/** Language models: which are configured, how they are asked, what happens when one fails. */
@NullMarked
package io.daybook.api.assistant.models;

import org.jspecify.annotations.NullMarked;
