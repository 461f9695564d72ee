package io.daybook.api.mcp.endpoint;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Permission;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a request has to pass before it is MCP: a bearer token, an origin that is ours, a revision
 * that is spoken, a body of bounded size.
 */
final class McpGate implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    private static final String REVISION = "MCP-Protocol-Version";

    private final ProtectedResource resource;
    private final List<String> allowedOrigins;
    private final long largestBody;

    McpGate(ProtectedResource resource, List<String> allowedOrigins, long largestBody) {
        this.resource = resource;
        this.allowedOrigins = allowedOrigins;
        this.largestBody = largestBody;
    }

    @Override
    public Mono<ServerResponse> filter(
            ServerRequest request, HandlerFunction<ServerResponse> next) {
        if (!ours(request)) {
            return refuse(HttpStatus.FORBIDDEN, -32000, "This origin may not call.");
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.class)
                .filter(caller -> bears(request))
                .singleOptional()
                .flatMap(
                        caller ->
                                caller.isPresent()
                                        ? admit(caller.get(), request, next)
                                        : resource.challenge(request));
    }

    private Mono<ServerResponse> admit(
            Caller caller, ServerRequest request, HandlerFunction<ServerResponse> next) {
        if (!Permission.CONNECTIONS_USE.granted(caller.role())) {
            return refuse(HttpStatus.FORBIDDEN, -32000, "This account has no connections.");
        }
        String revision = request.headers().firstHeader(REVISION);
        if (revision != null && !McpMethods.REVISIONS.contains(revision)) {
            return refuse(
                    HttpStatus.BAD_REQUEST,
                    -32600,
                    "Revisions that are spoken: " + String.join(", ", McpMethods.REVISIONS));
        }
        if (request.headers().contentLength().orElse(0) > largestBody) {
            return tooLarge();
        }
        request.attributes().put(McpMethods.CALLER, caller);
        return Mono.defer(() -> handle(request, next))
                .onErrorResume(McpGate::isTooLarge, failure -> tooLarge());
    }

    /**
     * The transport's own words for a bad request show its inside, so ours are said instead; it
     * answers nothing to an empty body and falls over the message null.
     */
    private static Mono<ServerResponse> handle(
            ServerRequest request, HandlerFunction<ServerResponse> next) {
        return next.handle(request)
                .filter(answer -> answer.statusCode().value() != 400)
                .onErrorResume(NullPointerException.class, nothingSaid -> Mono.empty())
                .switchIfEmpty(
                        refuse(
                                HttpStatus.BAD_REQUEST,
                                -32700,
                                "Not a message of JSON-RPC, or a client that does not accept both"
                                        + " application/json and text/event-stream."));
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof DataBufferLimitException
                || failure.getCause() instanceof DataBufferLimitException;
    }

    private static Mono<ServerResponse> tooLarge() {
        return refuse(HttpStatus.CONTENT_TOO_LARGE, -32600, "The message is too large.");
    }

    private static boolean bears(ServerRequest request) {
        String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    /**
     * Clients that are no pages send no origin. A page has to come from a site that is named in the
     * settings, or from this machine: a name that an attacker lets point here is neither.
     */
    private boolean ours(ServerRequest request) {
        String origin = request.headers().firstHeader(HttpHeaders.ORIGIN);
        return origin == null
                || allowedOrigins.contains(origin)
                || (LOOPBACK.matcher(origin).matches()
                        && origin.endsWith("//" + request.headers().firstHeader(HttpHeaders.HOST)));
    }

    private static Mono<ServerResponse> refuse(HttpStatus status, int code, String message) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("jsonrpc", "2.0");
        body.put("id", null);
        body.put("error", Map.of("code", code, "message", message));
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }
}
