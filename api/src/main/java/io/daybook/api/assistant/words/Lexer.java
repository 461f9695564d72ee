package io.daybook.api.assistant.words;

import io.daybook.api.assistant.words.Token.Kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a question into tokens. */
public final class Lexer {

    private static final Pattern PIECE =
            Pattern.compile(
                    "[\"“”]([^\"“”]+)[\"“”]|(?<=^|\\s|=|\\()['‘]([^'’]+)['’]"
                        + "|(\\d{4}-\\d{2}(?:-\\d{2})?)(?!\\d)"
                        + "|[$€£]?(\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(k|m|%)?(?![\\p{L}\\d])"
                        + "|(>=|<=|!=|<>|[<>=])|(,)|([\\p{L}_][\\p{L}\\p{N}_]*)|(\\d+[\\p{L}]+)");
    private static final Pattern NOT = Pattern.compile("n[’']t\\b");
    private static final Pattern CONTRACTION =
            Pattern.compile("(?<=\\p{L})[’'](s|re|ve|ll|d|m)?\\b");

    private Lexer() {}

    /** The tokens of a text, in order; signs of no meaning are left out. */
    public static List<Token> tokens(String text) {
        String plain = CONTRACTION.matcher(NOT.matcher(text).replaceAll(" not")).replaceAll("");
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(plain);
        while (matcher.find()) {
            add(tokens, matcher);
        }
        return tokens;
    }

    private static void add(List<Token> tokens, Matcher matcher) {
        String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        if (quoted != null) {
            tokens.add(plain(Kind.QUOTED, quoted.strip()));
        } else if (matcher.group(3) != null) {
            tokens.add(plain(Kind.DATE, matcher.group(3)));
        } else if (matcher.group(4) != null) {
            tokens.add(number(matcher.group(), matcher.group(4), matcher.group(5)));
        } else if (matcher.group(6) != null) {
            tokens.add(plain(Kind.SYMBOL, matcher.group(6)));
        } else if (matcher.group(7) != null) {
            tokens.add(plain(Kind.COMMA, ","));
        } else {
            words(tokens, matcher.group());
        }
    }

    private static void words(List<Token> tokens, String written) {
        boolean capital = !tokens.isEmpty() && Character.isUpperCase(written.charAt(0));
        for (String part : Names.split(written)) {
            String lower = part.toLowerCase(Locale.ROOT);
            tokens.add(
                    new Token(Kind.WORD, part, lower, Morphology.singular(lower), capital, null));
        }
    }

    private static Token plain(Kind kind, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new Token(kind, text, lower, lower, false, null);
    }

    private static Token number(String written, String digits, String unit) {
        BigDecimal value = new BigDecimal(digits.replace(",", ""));
        if ("k".equals(unit)) {
            value = value.multiply(BigDecimal.valueOf(1_000));
        } else if ("m".equals(unit)) {
            value = value.multiply(BigDecimal.valueOf(1_000_000));
        }
        String plain = value.toPlainString();
        return new Token(Kind.NUMBER, written, plain, plain, false, value);
    }
}
