package io.daybook.command.identity;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** The rules of form for what a person says of themselves. */
final class PersonalDetails {

    /** RFC 5321, 4.5.3.1.3: a path has at most 256 characters, two of them brackets. */
    private static final int LONGEST_EMAIL = 254;

    private static final int LONGEST_NAME = 200;

    /**
     * Whether an address works is proven by the mailed link; this only keeps out what cannot be
     * one.
     */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^\\s\\p{C}@\"<>,;:()\\[\\]\\\\]{1,64}@[^\\s\\p{C}@\"<>,;:()\\[\\]\\\\]+");

    private static final Pattern USERNAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{2,31}");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private PersonalDetails() {}

    static String email(String text) {
        String email = text.strip();
        boolean good =
                email.length() <= LONGEST_EMAIL
                        && EMAIL.matcher(email).matches()
                        && !email.endsWith(".")
                        && !email.contains("..");
        if (!good) {
            throw new EmailNotValid();
        }
        return email;
    }

    static @Nullable String username(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String username = text.strip();
        if (!USERNAME.matcher(username).matches()) {
            throw new UsernameNotValid();
        }
        return username;
    }

    static @Nullable String fullName(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip();
        if (name.length() > LONGEST_NAME || UNSEEN.matcher(name).find()) {
            throw new NameNotValid();
        }
        return name;
    }
}
