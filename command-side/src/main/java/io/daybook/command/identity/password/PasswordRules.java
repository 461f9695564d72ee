package io.daybook.command.identity.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;

import io.daybook.messages.Refusal;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.PasswordEstimate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords are taken: 8 to 256 characters of any kind, not the person's own name or address,
 * and not one that a guesser tries early (zxcvbn's score of 2: more than 10^6 guesses).
 */
public final class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int LEAST_SCORE = 2;

    /** The estimate's time grows with the length; what follows only makes a password better. */
    private static final int ESTIMATED = 72;

    /** Parts of a name shorter than this are in half of all passwords. */
    private static final int SHORTEST_OWN_WORD = 4;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /** How good a password is for this person; the words are theirs: address, name, username. */
    public PasswordEstimate estimate(Secret password, List<@Nullable String> words) {
        String text = password.value();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            return refused(0, "At most " + LONGEST + " characters are possible.", List.of());
        }
        List<String> own = ownWords(words);
        Strength strength =
                zxcvbn.measure(text.substring(0, Math.min(text.length(), ESTIMATED)), own);
        List<String> suggestions = strength.getFeedback().getSuggestions();
        if (length < SHORTEST) {
            int score = Math.min(strength.getScore(), 1);
            return refused(score, "Use at least " + SHORTEST + " characters.", suggestions);
        }
        if (isOwnWord(text, own)) {
            return refused(0, "Do not use your own name or address.", suggestions);
        }
        if (strength.getScore() < LEAST_SCORE) {
            return refused(strength.getScore(), reason(strength), suggestions);
        }
        return new PasswordEstimate(strength.getScore(), true, null, suggestions);
    }

    /** Refuses a password that is not good enough. */
    public void check(Secret password, List<@Nullable String> words) {
        PasswordEstimate estimate = estimate(password, words);
        if (!estimate.acceptable()) {
            throw new WeakPassword(estimate.reason() == null ? "" : estimate.reason());
        }
    }

    private static PasswordEstimate refused(int score, String reason, List<String> suggestions) {
        return new PasswordEstimate(score, false, reason, suggestions);
    }

    private static String reason(Strength strength) {
        String warning = strength.getFeedback().getWarning();
        return warning == null || warning.isBlank()
                ? "This password is guessed too quickly: make it longer or less regular."
                : warning + (warning.endsWith(".") ? "" : ".");
    }

    /** A password is one's own word when little else remains once the words are taken out. */
    private static boolean isOwnWord(String password, List<String> own) {
        String rest = password.toLowerCase(Locale.ROOT);
        int before = rest.length();
        for (String word : own) {
            rest = rest.replace(word, "");
        }
        return rest.length() < before && rest.length() < SHORTEST_OWN_WORD;
    }

    private static List<String> ownWords(List<@Nullable String> words) {
        List<String> own = new ArrayList<>();
        own.add("daybook");
        for (String word : words) {
            if (word != null) {
                String lower = word.toLowerCase(Locale.ROOT).strip();
                own.add(lower);
                own.addAll(List.of(lower.split("[^\\p{L}\\p{N}]+")));
            }
        }
        own.removeIf(word -> word.length() < SHORTEST_OWN_WORD);
        own.sort((one, other) -> Integer.compare(other.length(), one.length()));
        return own;
    }

    /** The password would be guessed. */
    static final class WeakPassword extends Refusal {

        private static final long serialVersionUID = 1L;

        WeakPassword(String reason) {
            super(Kind.INVALID, "weak-password", reason);
        }
    }
}
