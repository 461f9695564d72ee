package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.keys.InstallationKeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds everybody in the log to whom something was acknowledged. It keeps addresses as keyed hashes
 * only (decision 22), so these are made here once more.
 */
final class Acknowledged {

    private static final String MAC = "HmacSHA256";

    private static final String REGISTERED = has("person.id", "identity.UserRegistered");
    private static final String LEAVING = has("person.id", "identity.UserErasureRequested");
    private static final String GONE =
            has("person.id", "identity.UserErased")
                    + " and "
                    + has("address", "identity.IdentifierReleased")
                    + " and exists (select from personal_key where person_id = person.id and key is"
                    + " null) and not exists (select from read.users where user_id = person.id)";
    private static final String THERE =
            "exists (select from personal_key where person_id = person.id and key is not null)"
                    + " and exists (select from read.users where user_id = person.id)";

    private final Books books;
    private final SecretKeySpec key;

    Acknowledged(Books books, byte[] masterKey) {
        this.books = books;
        this.key = new SecretKeySpec(new InstallationKeys(masterKey).key("identifiers"), MAC);
    }

    /** Everybody registered, and those are leaving who were told so, and nobody else. */
    void isInTheLog(Crowd crowd) {
        all(crowd.registered(), REGISTERED + " and not " + LEAVING);
        all(crowd.erased(), REGISTERED + " and " + LEAVING);
    }

    /** When all work is done: who left is gone, and everybody else is there. */
    void isSettled(Crowd crowd) {
        all(crowd.registered(), THERE);
        all(crowd.erased(), GONE);
    }

    private void all(List<String> emails, String how) {
        String names =
                emails.stream()
                        .map(email -> name(email).toString())
                        .collect(Collectors.joining(","));
        // the first event of an address says whose it is
        long found =
                books.count(
                        """
                        unnest('{%s}'::uuid[]) as address
                        join domain_event claimed on claimed.aggregate_id = address and claimed.sequence_number = 0
                        join lateral (select (claimed.payload::json ->> 'userId')::uuid as id) person on true
                        where %s
                        """
                                .formatted(names, how));
        assertThat(found).as(how).isEqualTo(emails.size());
    }

    private static String has(String aggregate, String event) {
        return "exists (select from domain_event where aggregate_id = %s and payload_type = '%s')"
                .formatted(aggregate, event);
    }

    private UUID name(String email) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            ByteBuffer hash =
                    ByteBuffer.wrap(
                            mac.doFinal(("EMAIL:" + email).getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    (hash.getLong() & ~0xF000L) | 0x8000L,
                    (hash.getLong() & ~(0xC0L << 56)) | (0x80L << 56));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
