package io.daybook.api.assistant.words;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * One piece of a question: as written, in lower case, in its base form. The number is there for
 * numbers alone; capital tells a word that starts with a capital letter inside a sentence.
 */
public record Token(
        Kind kind,
        String text,
        String lower,
        String lemma,
        boolean capital,
        @Nullable BigDecimal number) {

    /** What a token is. */
    public enum Kind {
        /** Letters. */
        WORD,
        /** Digits, with thousands' commas, k, m or a percent sign. */
        NUMBER,
        /** Something between quotation marks. */
        QUOTED,
        /** yyyy-mm-dd or yyyy-mm. */
        DATE,
        /** A comparison sign. */
        SYMBOL,
        /** A comma. */
        COMMA
    }

    public boolean is(String word) {
        return lower.equals(word) || (kind == Kind.WORD && lemma.equals(word));
    }

    public boolean word() {
        return kind == Kind.WORD;
    }

    /** The number that this token is, digits or one of the small number words. */
    public @Nullable BigDecimal numeric() {
        return number != null ? number : NumberWords.value(lower);
    }
}
