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

    private final String text;
    private final Set<String> names = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final StringBuilder rest = new StringBuilder();
    private boolean afterDot;
    private int at;

    StatementScanner(String text) {
        this.text = text;
        while (at < text.length()) {
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
        char here = text.charAt(at);
        if (Character.isWhitespace(here)) {
            at++;
        } else if (text.startsWith("--", at) || text.startsWith("/*", at)) {
            comment();
        } else if (here == '\'') {
            literal(false);
        } else if (here == '"') {
            name(quoted());
        } else if (here == '$' && dollarTag() >= 0) {
            dollarQuoted(dollarTag());
        } else if (startsName(here)) {
            word();
        } else {
            rest.append(here);
            afterDot = here == '.';
            at++;
        }
    }

    private void comment() {
        if (text.charAt(at) == '-') {
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            return;
        }
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    private void word() {
        int from = at;
        while (at < text.length() && continuesName(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (word.equals("e") && next == '\'') {
            literal(true);
        } else if (word.equals("u") && text.startsWith("&\"", at)) {
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
        skipSpace();
        if (behindDot || (at < text.length() && text.charAt(at) == '(')) {
            calls.add(name);
        }
    }

    private void skipSpace() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || text.startsWith("--", at)
                        || text.startsWith("/*", at))) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                comment();
            }
        }
    }

    /** A literal goes on behind a line break when another one follows. */
    private void literal(boolean escapes) {
        do {
            at++;
            while (at < text.length()) {
                char here = text.charAt(at++);
                if (here == '\\' && escapes) {
                    at++;
                } else if (here == '\'') {
                    if (at >= text.length() || text.charAt(at) != '\'') {
                        break;
                    }
                    at++;
                }
            }
            skipSpace();
        } while (escapes && at < text.length() && text.charAt(at) == '\'');
        rest.append(' ');
        afterDot = false;
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

    /** Where the opening tag of a dollar quote ends, or -1 where none begins. */
    private int dollarTag() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '$' && continuesName(text.charAt(end))) {
            end++;
        }
        boolean tag = end == at + 1 || startsName(text.charAt(at + 1));
        return tag && end < text.length() && text.charAt(end) == '$' ? end + 1 : -1;
    }

    private void dollarQuoted(int tagEnd) {
        String tag = text.substring(at, tagEnd);
        int close = text.indexOf(tag, tagEnd);
        at = close < 0 ? text.length() : close + tag.length();
        rest.append(' ');
        afterDot = false;
    }

    private static boolean startsName(char here) {
        return here == '_' || ((here | 0x20) >= 'a' && (here | 0x20) <= 'z') || here > 127;
    }

    private static boolean continuesName(char here) {
        return startsName(here) || here == '$' || (here >= '0' && here <= '9');
    }
}
