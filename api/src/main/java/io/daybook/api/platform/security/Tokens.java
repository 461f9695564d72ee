package io.daybook.api.platform.security;

import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SignedIn;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes and reads tokens (JWT, HS256). Each kind has its own audience and its own keys, so that
 * none can stand in for another.
 */
public final class Tokens {

    private static final String ISSUER = "daybook";
    private static final String SESSION = "sid";
    private static final String ROLE = "role";
    private static final String GENERATION = "gen";

    /** Far more than any of ours: longer ones are not looked at. */
    private static final int LONGEST = 2048;

    private final Kind access;
    private final Kind refresh;
    private final TokenSettings settings;
    private final Clock clock;

    public Tokens(Function<String, byte[]> installation, TokenSettings settings, Clock clock) {
        this.access = new Kind("access", installation, clock);
        this.refresh = new Kind("refresh", installation, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** How long an access token made now would be taken. */
    public Duration accessLife(SignedIn signedIn) {
        Duration left = Duration.between(clock.instant(), signedIn.expiresAt());
        return left.compareTo(settings.access()) < 0 ? left : settings.access();
    }

    /** Proves who calls, for a short time. */
    public String access(SignedIn signedIn) {
        return access.sign(
                builder(signedIn, clock.instant().plus(accessLife(signedIn)))
                        .claim(ROLE, signedIn.role().name()));
    }

    /** Is exchanged once for a new pair. */
    public String refresh(SignedIn signedIn) {
        return refresh.sign(
                builder(signedIn, signedIn.expiresAt()).claim(GENERATION, signedIn.generation()));
    }

    /**
     * Reads an access token; empty for anything else. One that was made in the future (the clock
     * was set back) would live longer than it is remembered that its session ended: it has to be
     * made anew.
     */
    public Optional<AccessClaims> readAccess(String token) {
        return access.read(token)
                .filter(claims -> !isFromTheFuture(claims))
                .map(
                        claims ->
                                new AccessClaims(
                                        UUID.fromString(claims.getSubject()),
                                        session(claims),
                                        Role.valueOf(claims.get(ROLE, String.class)),
                                        claims.getExpiration().toInstant()));
    }

    /** Reads a refresh token; empty for anything else. */
    public Optional<RefreshClaims> readRefresh(String token) {
        return refresh.read(token)
                .map(
                        claims ->
                                new RefreshClaims(
                                        session(claims),
                                        UUID.fromString(claims.getSubject()),
                                        claims.get(GENERATION, Long.class)));
    }

    private boolean isFromTheFuture(Claims claims) {
        Date made = claims.getIssuedAt();
        return made == null
                || made.toInstant().isAfter(clock.instant().plus(EndedSessions.CLOCKS_DIFFER));
    }

    private static UUID session(Claims claims) {
        return UUID.fromString(claims.get(SESSION, String.class));
    }

    private JwtBuilder builder(SignedIn signedIn, Instant expiresAt) {
        return Jwts.builder()
                .issuer(ISSUER)
                .subject(signedIn.userId().toString())
                .claim(SESSION, signedIn.sessionId().toString())
                .issuedAt(Date.from(clock.instant()))
                .expiration(Date.from(expiresAt));
    }

    /** One kind of token: its audience and its keys. */
    private static final class Kind {

        private static final JwtJson JSON = new JwtJson();

        private final String audience;
        private final SigningKeys keys;
        private final JwtParser parser;

        Kind(String audience, Function<String, byte[]> installation, Clock clock) {
            this.audience = audience;
            this.keys = new SigningKeys(installation, audience + "-token", clock);
            this.parser =
                    Jwts.parser()
                            .json(JSON)
                            .clock(() -> Date.from(clock.instant()))
                            .sig()
                            .clear()
                            .add(Jwts.SIG.HS256)
                            .and()
                            .requireIssuer(ISSUER)
                            .requireAudience(audience)
                            .keyLocator(keys)
                            .build();
        }

        String sign(JwtBuilder builder) {
            return builder.json(JSON)
                    .header()
                    .keyId(keys.currentId())
                    .and()
                    .audience()
                    .add(audience)
                    .and()
                    .signWith(keys.current(), Jwts.SIG.HS256)
                    .compact();
        }

        Optional<Claims> read(String token) {
            if (token.length() > LONGEST) {
                return Optional.empty();
            }
            try {
                return Optional.of(parser.parseSignedClaims(token).getPayload());
            } catch (JwtException | IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }
}
