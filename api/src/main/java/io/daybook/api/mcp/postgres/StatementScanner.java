package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ToolFailure;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Walks over a statement with PostgreSQL's own lexical rules and notes every name: the plan does
 * not show everything that runs (the expressions of LIMIT and of VALUES, for example).
 */
final class StatementScanner {

    private final SqlText text;
    private final Set<String> names = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final StringBuilder rest = new StringBuilder();
    private boolean afterDot;

    StatementScanner(String text) {
        this.text = new SqlText(text);
        while (!this.text.ended()) {
            step();
        }
    }

    /** Every name, folded as PostgreSQL folds it. */
    Set<String> names() {
        return names;
    }

    /** The names that may be calls: before a bracket, or behind a dot. */
    Set<String> calls() {
        return calls;
    }

    /** Everything but names, literals and comments. */
    String symbols() {
        return rest.toString();
    }

    private void step() {
        char here = text.here();
        if (Character.isWhitespace(here) || text.startsComment()) {
            text.space();
        } else if (here == '\'') {
            literal(false);
        } else if (here == '"') {
            name(text.quoted());
        } else if (text.dollarQuoted()) {
            value();
        } else if (text.startsName()) {
            word();
        } else {
            rest.append(here);
            afterDot = here == '.';
            text.skip();
        }
    }

    private void word() {
        String word = text.word().toLowerCase(Locale.ROOT);
        if (word.equals("e") && text.here() == '\'') {
            literal(true);
        } else if (word.equals("u") && text.startsWith("&\"")) {
            throw new ToolFailure(
                    "function-not-allowed",
                    "Names written in Unicode escapes are not allowed here.");
        } else {
            name(word);
        }
    }

    private void name(String name) {
        names.add(name);
        boolean behindDot = afterDot;
        afterDot = false;
        text.space();
        if (behindDot || text.here() == '(') {
            calls.add(name);
        }
    }

    /** A literal with escapes goes on behind a line break when another one follows. */
    private void literal(boolean escapes) {
        do {
            text.literal(escapes);
            text.space();
        } while (escapes && text.here() == '\'');
        value();
    }

    private void value() {
        rest.append(' ');
        afterDot = false;
    }
}
