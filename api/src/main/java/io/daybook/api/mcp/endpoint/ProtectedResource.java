package io.daybook.api.mcp.endpoint;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Tells clients without a token what stands here and how a token is brought (RFC 9728). */
final class ProtectedResource {

    static final String PATH = "/.well-known/oauth-protected-resource";

    private final @Nullable URI publicUrl;

    ProtectedResource(@Nullable URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** 401 that names the metadata. */
    Mono<ServerResponse> challenge(ServerRequest request) {
        return ServerResponse.status(HttpStatus.UNAUTHORIZED)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer resource_metadata=\"" + origin(request) + PATH + "/mcp\"")
                .build();
    }

    /** Daybook is no OAuth server yet, so it names none: tokens come from signing in. */
    Mono<ServerResponse> metadata(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        Map.of(
                                "resource",
                                origin(request) + "/mcp",
                                "resource_name",
                                "Daybook",
                                "bearer_methods_supported",
                                List.of("header")));
    }

    private String origin(ServerRequest request) {
        return publicUrl != null
                ? publicUrl.toString().replaceFirst("/$", "")
                : request.uriBuilder().replacePath(null).replaceQuery(null).build().toString();
    }
}
