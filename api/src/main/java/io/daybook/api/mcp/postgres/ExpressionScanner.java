package io.daybook.api.mcp.postgres;

import java.util.HashSet;
import java.util.Set;

/**
 * Walks over an expression as PostgreSQL prints it: string literals are skipped, and a name
 * directly before an opening bracket is a call. Names that are no functions do no harm here.
 */
final class ExpressionScanner {

    private final String text;
    private final Set<String> calls = new HashSet<>();
    private final StringBuilder code = new StringBuilder();
    private int at;

    ExpressionScanner(String text) {
        this.text = text;
        while (at < text.length()) {
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
        char here = text.charAt(at);
        if (here == '\'') {
            literal(false);
        } else if (here == '"') {
            name(quoted());
        } else if (startsName(here)) {
            String word = word();
            if (word.equals("E") && at < text.length() && text.charAt(at) == '\'') {
                literal(true);
            } else {
                name(word);
            }
        } else {
            code.append(here);
            at++;
        }
    }

    private void name(String name) {
        code.append(name);
        if (at < text.length() && text.charAt(at) == '(') {
            calls.add(name);
        }
    }

    private void literal(boolean escapes) {
        at++;
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (here == '\\' && escapes) {
                at++;
            } else if (here == '\'') {
                if (at >= text.length() || text.charAt(at) != '\'') {
                    return;
                }
                at++;
            }
        }
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        at++;
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (here == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    break;
                }
                at++;
            }
            name.append(here);
        }
        return name.toString();
    }

    private String word() {
        int from = at;
        while (at < text.length() && continuesName(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean startsName(char here) {
        return here == '_' || Character.isLetter(here) || here > 127;
    }

    private static boolean continuesName(char here) {
        return startsName(here) || here == '$' || Character.isDigit(here);
    }
}
