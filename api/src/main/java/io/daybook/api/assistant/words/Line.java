package io.daybook.api.assistant.words;

import java.util.BitSet;
import java.util.List;

/** The tokens of one question while it is being read: each reader takes what it understood. */
public final class Line {

    private final List<Token> tokens;
    private final BitSet taken = new BitSet();

    public Line(String question) {
        this.tokens = Lexer.tokens(question);
    }

    public int size() {
        return tokens.size();
    }

    public Token at(int index) {
        return tokens.get(index);
    }

    /** Whether there is a token here that nobody has taken. */
    public boolean free(int index) {
        return index >= 0 && index < tokens.size() && !taken.get(index);
    }

    /** Whether the token here, taken or not, is one of some words. */
    public boolean has(int index, String... words) {
        if (index < 0 || index >= tokens.size()) {
            return false;
        }
        for (String word : words) {
            if (tokens.get(index).is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any token, taken or not, is one of some words. */
    public boolean mentions(String... words) {
        for (int index = 0; index < tokens.size(); index++) {
            if (has(index, words)) {
                return true;
            }
        }
        return false;
    }

    /** Marks the tokens of a range (end exclusive) as understood. */
    public void take(int start, int end) {
        taken.set(start, end);
    }

    public void take(Match match) {
        take(match.start(), match.end());
    }
}
