package io.daybook.api.platform.web;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.ServerWebExchange;

import java.util.List;

/**
 * What a client accepts, but for the form of problems: no answer that went well is one, also where
 * the client names that form first.
 */
public final class AcceptedForms implements RequestedContentTypeResolver {

    private final HeaderContentTypeResolver header = new HeaderContentTypeResolver();

    @Override
    public List<MediaType> resolveMediaTypes(ServerWebExchange exchange) {
        List<MediaType> accepted =
                header.resolveMediaTypes(exchange).stream()
                        .filter(
                                type ->
                                        !type.equalsTypeAndSubtype(
                                                MediaType.APPLICATION_PROBLEM_JSON))
                        .toList();
        return accepted.isEmpty() ? MEDIA_TYPE_ALL_LIST : accepted;
    }
}
