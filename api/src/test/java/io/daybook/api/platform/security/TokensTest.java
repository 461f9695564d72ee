package io.daybook.api.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SignedIn;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

final class TokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final SignedIn SIGNED_IN =
            new SignedIn(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    Role.USER,
                    3,
                    NOW.plus(Duration.ofDays(7)));

    private final Tokens tokens = tokens("one", NOW);

    @Test
    void readsItsOwnTokens() {
        assertThat(tokens.readAccess(tokens.access(SIGNED_IN)))
                .hasValue(
                        new AccessClaims(
                                SIGNED_IN.userId(),
                                SIGNED_IN.sessionId(),
                                Role.USER,
                                NOW.plus(Duration.ofMinutes(30))));
        assertThat(tokens.readRefresh(tokens.refresh(SIGNED_IN)))
                .hasValue(new RefreshClaims(SIGNED_IN.sessionId(), SIGNED_IN.userId(), 3));
    }

    @Test
    void takesNoKindForAnother() {
        assertThat(tokens.readAccess(tokens.refresh(SIGNED_IN))).isEmpty();
        assertThat(tokens.readRefresh(tokens.access(SIGNED_IN))).isEmpty();
    }

    @Test
    void takesNoTokenOfAnotherInstallation() {
        assertThat(tokens.readAccess(tokens("other", NOW).access(SIGNED_IN))).isEmpty();
    }

    @Test
    void takesAnAccessTokenForThirtyMinutes() {
        String token = tokens.access(SIGNED_IN);
        assertThat(tokens("one", NOW.plusSeconds(1799)).readAccess(token)).isPresent();
        assertThat(tokens("one", NOW.plusSeconds(1801)).readAccess(token)).isEmpty();
    }

    @Test
    void takesNoAccessTokenFromBeforeTheClockWasSetBackButItsRefreshToken() {
        Tokens later = tokens("one", NOW.minus(Duration.ofHours(1)));
        assertThat(later.readAccess(tokens.access(SIGNED_IN))).isEmpty();
        assertThat(later.readRefresh(tokens.refresh(SIGNED_IN))).isPresent();
        assertThat(tokens("one", NOW.minusSeconds(240)).readAccess(tokens.access(SIGNED_IN)))
                .as("clocks of nodes differ a little")
                .isPresent();
    }

    @Test
    void givesNoAccessBeyondTheEndOfTheSession() {
        SignedIn ending =
                new SignedIn(
                        SIGNED_IN.sessionId(),
                        SIGNED_IN.userId(),
                        Role.USER,
                        0,
                        NOW.plusSeconds(60));
        assertThat(tokens.accessLife(ending)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void takesOldTokensAfterTheKeyHasChangedUntilTheyExpire() {
        String token = tokens.refresh(SIGNED_IN);
        assertThat(tokens("one", NOW.plus(Duration.ofDays(6))).readRefresh(token)).isPresent();
        Instant beforeChange = Instant.ofEpochSecond(Duration.ofDays(30).toSeconds() * 700 - 60);
        SignedIn late =
                new SignedIn(
                        SIGNED_IN.sessionId(),
                        SIGNED_IN.userId(),
                        Role.USER,
                        0,
                        beforeChange.plusSeconds(7200));
        String old = tokens("one", beforeChange).access(late);
        Tokens changed = tokens("one", beforeChange.plusSeconds(120));
        assertThat(changed.readAccess(old)).isPresent();
        assertThat(kid(old)).isNotEqualTo(kid(changed.access(late)));
    }

    @Test
    void takesNoUnsignedToken() {
        String[] parts = tokens.access(SIGNED_IN).split("\\.", -1);
        String none = encode("{\"alg\":\"none\"}");
        assertThat(tokens.readAccess(none + "." + parts[1] + ".")).isEmpty();
        assertThat(tokens.readAccess(none + "." + parts[1] + "." + parts[2])).isEmpty();
        assertThat(tokens.readAccess(parts[0] + "." + parts[1] + ".")).isEmpty();
    }

    @Test
    void takesNoAlteredToken() {
        String[] parts = tokens.access(SIGNED_IN).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String raised = encode(claims.replace("\"USER\"", "\"ADMIN\""));
        assertThat(raised).isNotEqualTo(parts[1]);
        assertThat(tokens.readAccess(parts[0] + "." + raised + "." + parts[2])).isEmpty();
    }

    @Test
    void takesNoTokenOfAnotherAudienceOrIssuerWithTheRightKey() {
        assertThat(tokens.readAccess(signed("daybook", "access"))).isPresent();
        assertThat(tokens.readAccess(signed("daybook", "somewhere"))).isEmpty();
        assertThat(tokens.readAccess(signed("elsewhere", "access"))).isEmpty();
    }

    @Test
    void takesNothingThatIsNotAToken() {
        assertThat(tokens.readAccess("")).isEmpty();
        assertThat(tokens.readAccess("a.b.c")).isEmpty();
        assertThat(tokens.readAccess("x".repeat(100_000))).isEmpty();
    }

    private static String signed(String issuer, String audience) {
        long period = NOW.getEpochSecond() / Duration.ofDays(30).toSeconds();
        return Jwts.builder()
                .json(new JwtJson())
                .header()
                .keyId(Long.toString(period))
                .and()
                .issuer(issuer)
                .subject(SIGNED_IN.userId().toString())
                .claim("sid", SIGNED_IN.sessionId().toString())
                .claim("role", "USER")
                .issuedAt(Date.from(NOW))
                .expiration(Date.from(NOW.plusSeconds(60)))
                .audience()
                .add(audience)
                .and()
                .signWith(Keys.hmacShaKeyFor(key("one", "access-token/" + period)))
                .compact();
    }

    private static String kid(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
                StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Tokens tokens(String installation, Instant now) {
        return new Tokens(
                purpose -> key(installation, purpose),
                new TokenSettings(Duration.ofMinutes(30)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] key(String installation, String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((installation + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
