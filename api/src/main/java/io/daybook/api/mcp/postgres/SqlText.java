package io.daybook.api.mcp.postgres;

/** SQL with a place to read at, and PostgreSQL's own lexical rules for what stands there. */
final class SqlText {

    private final String text;
    private int at;

    SqlText(String text) {
        this.text = text;
    }

    boolean ended() {
        return at >= text.length();
    }

    /** The character here; a space behind the end. */
    char here() {
        return ended() ? ' ' : text.charAt(at);
    }

    boolean startsWith(String ahead) {
        return text.startsWith(ahead, at);
    }

    boolean startsComment() {
        return startsWith("--") || startsWith("/*");
    }

    boolean startsName() {
        return !ended() && startsName(here());
    }

    void skip() {
        at++;
    }

    /** Reads a name that stands without quotes, as it is written. */
    String word() {
        int from = at;
        while (!ended() && continuesName(here())) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Reads a name that stands in double quotes. */
    String quoted() {
        StringBuilder name = new StringBuilder();
        at++;
        while (!ended()) {
            char here = text.charAt(at++);
            if (here == '"') {
                if (here() != '"') {
                    break;
                }
                at++;
            }
            name.append(here);
        }
        return name.toString();
    }

    /** Passes over a literal in single quotes, in which a backslash may escape what follows. */
    void literal(boolean escapes) {
        at++;
        while (!ended()) {
            char here = text.charAt(at++);
            if (here == '\\' && escapes) {
                at++;
            } else if (here == '\'') {
                if (here() != '\'') {
                    return;
                }
                at++;
            }
        }
    }

    /** Passes over a comment; those between slashes may stand within one another. */
    void comment() {
        if (here() == '-') {
            while (!ended() && here() != '\n' && here() != '\r') {
                at++;
            }
            return;
        }
        int depth = 0;
        do {
            if (startsWith("/*")) {
                depth++;
                at += 2;
            } else if (startsWith("*/")) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && !ended());
    }

    /** Passes over what separates words: white space and comments. */
    void space() {
        while (!ended() && (Character.isWhitespace(here()) || startsComment())) {
            if (startsComment()) {
                comment();
            } else {
                at++;
            }
        }
    }

    /** Passes over a literal between dollar signs, if one begins here. */
    boolean dollarQuoted() {
        int tagEnd = here() == '$' ? dollarTag() : -1;
        if (tagEnd < 0) {
            return false;
        }
        String tag = text.substring(at, tagEnd);
        int close = text.indexOf(tag, tagEnd);
        at = close < 0 ? text.length() : close + tag.length();
        return true;
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

    private static boolean startsName(char here) {
        return here == '_' || ((here | 0x20) >= 'a' && (here | 0x20) <= 'z') || here > 127;
    }

    private static boolean continuesName(char here) {
        return startsName(here) || here == '$' || (here >= '0' && here <= '9');
    }
}
