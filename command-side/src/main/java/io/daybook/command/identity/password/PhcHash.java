package io.daybook.command.identity.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2id hash in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}. */
final class PhcHash {

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
                            + "\\$([A-Za-z0-9+/]{11,128})\\$([A-Za-z0-9+/]{16,128})");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] tag;

    PhcHash(Argon2Cost cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt;
        this.tag = tag;
    }

    /** Reads a stored hash; empty for any other form or for a cost that we would not pay. */
    static Optional<PhcHash> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost =
                new Argon2Cost(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)));
        try {
            return Optional.of(new PhcHash(cost, decode(form.group(4)), decode(form.group(5))))
                    .filter(hash -> hash.cost().affordable());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt;
    }

    byte[] tag() {
        return tag;
    }

    String format() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(tag));
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}
