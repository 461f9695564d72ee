package io.daybook.api.mcp.postgres;

import java.util.HashSet;
import java.util.Set;

/**
 * Walks over an expression as PostgreSQL prints it: string literals are skipped, and a name
 * directly before an opening bracket is a call. Names that are no functions do no harm here.
 */
final class ExpressionScanner {

    private final SqlText text;
    private final Set<String> calls = new HashSet<>();
    private final StringBuilder code = new StringBuilder();

    ExpressionScanner(String text) {
        this.text = new SqlText(text);
        while (!this.text.ended()) {
            step();
        }
    }

    Set<String> calls() {
        return calls;
    }

    /** The expression without literals. */
    String code() {
        return code.toString();
    }

    private void step() {
        char here = text.here();
        if (here == '\'') {
            text.literal(false);
        } else if (here == '"') {
            name(text.quoted());
        } else if (text.startsName()) {
            String word = text.word();
            if (word.equals("E") && text.here() == '\'') {
                text.literal(true);
            } else {
                name(word);
            }
        } else {
            code.append(here);
            text.skip();
        }
    }

    private void name(String name) {
        code.append(name);
        if (text.here() == '(') {
            calls.add(name);
        }
    }
}
