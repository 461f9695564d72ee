package io.daybook.api.platform.security;

import io.daybook.api.platform.HttpSettings;
import io.daybook.messages.identity.SignedIn;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

import java.time.Clock;
import java.time.Duration;

/** The cookies in which the tokens of the web interface travel: no script can read them. */
public final class Cookies {

    static final String ACCESS = "daybook_access";
    static final String REFRESH = "daybook_refresh";

    private static final String CLIENT = "Daybook-Client";
    private static final String WEB = "web";

    /** The refresh token goes only where it is used. */
    private static final String REFRESH_PATH = "/api/auth";

    private final Tokens tokens;
    private final HttpSettings settings;
    private final Clock clock;

    public Cookies(Tokens tokens, HttpSettings settings, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the client is a browser with the web interface. */
    public static boolean wanted(ServerWebExchange exchange) {
        return WEB.equals(exchange.getRequest().getHeaders().getFirst(CLIENT));
    }

    /** The refresh token of this request's cookie. */
    public static @Nullable String refreshToken(ServerWebExchange exchange) {
        return value(exchange.getRequest(), REFRESH);
    }

    /** Gives the browser both tokens. */
    public void give(ServerWebExchange exchange, SignedIn signedIn) {
        set(exchange, ACCESS, tokens.access(signedIn), "/", tokens.accessLife(signedIn));
        set(
                exchange,
                REFRESH,
                tokens.refresh(signedIn),
                REFRESH_PATH,
                Duration.between(clock.instant(), signedIn.expiresAt()));
    }

    /** Takes both from the browser. */
    public void take(ServerWebExchange exchange) {
        set(exchange, ACCESS, "", "/", Duration.ZERO);
        set(exchange, REFRESH, "", REFRESH_PATH, Duration.ZERO);
    }

    static @Nullable String value(ServerHttpRequest request, String name) {
        HttpCookie cookie = request.getCookies().getFirst(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    static boolean secure(ServerWebExchange exchange, HttpSettings settings) {
        return settings.overTls() || "https".equals(exchange.getRequest().getURI().getScheme());
    }

    private void set(
            ServerWebExchange exchange, String name, String value, String path, Duration life) {
        exchange.getResponse()
                .addCookie(
                        ResponseCookie.from(name, value)
                                .httpOnly(true)
                                .secure(secure(exchange, settings))
                                .sameSite("Strict")
                                .path(path)
                                .maxAge(life)
                                .build());
    }
}
