package io.daybook.api.platform.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Serves the one HTML document for every page of the web interface, with a nonce of its own each
 * time for the styles that scripts insert.
 */
public final class Pages {

    private static final String PLACEHOLDER = "__CSP_NONCE__";
    private static final List<String> NOT_PAGES =
            List.of("/.well-known", "/api", "/mcp", "/actuator", "/assets");

    /** The one page among what is answered to programs. */
    private static final String DOCS = "/api/docs";

    private final SecureRandom random = new SecureRandom();
    private final String document;

    public Pages() {
        this.document = read(new ClassPathResource("static/index.html"));
    }

    /** Every path that is not of another kind, so that deep links work. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route(page(), this::answer);
    }

    private RequestPredicate page() {
        return request ->
                !document.isEmpty()
                        && (request.method().equals(HttpMethod.GET)
                                || request.method().equals(HttpMethod.HEAD))
                        && isPage(request.path());
    }

    static boolean isPage(String path) {
        if (path.equals("/index.html") || path.equals(DOCS)) {
            return true;
        }
        boolean other =
                NOT_PAGES.stream()
                        .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        return !other && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy(nonce))
                .bodyValue(document.replace(PLACEHOLDER, nonce));
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self' 'nonce-" + nonce + "'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "worker-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String read(ClassPathResource file) {
        if (!file.exists()) {
            return "";
        }
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
