package io.daybook.api.audit;

import io.daybook.api.platform.ProblemException;
import io.daybook.messages.audit.ExportFormat;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.ServerWebExchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Links of a browser cannot say what they accept: theirs to a history name the form of its file
 * with {@code ?format=csv} or {@code ?format=jsonl}.
 */
final class LinkedForms implements RequestedContentTypeResolver {

    private static final String PARAMETER = "format";
    private static final Set<String> HISTORIES = Set.of("/api/activity", "/api/audit");

    /** Whether a link asks, not a program. */
    static boolean isLink(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams().containsKey(PARAMETER);
    }

    @Override
    public List<MediaType> resolveMediaTypes(ServerWebExchange exchange) {
        List<String> named = exchange.getRequest().getQueryParams().get(PARAMETER);
        if (named == null || !HISTORIES.contains(exchange.getRequest().getPath().value())) {
            return MEDIA_TYPE_ALL_LIST;
        }
        return Stream.of(ExportFormat.values())
                .filter(format -> named.equals(List.of(EntryLines.extension(format))))
                .map(EntryLines::type)
                .findFirst()
                .map(List::of)
                .orElseThrow(LinkedForms::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown-format",
                "The format of a file is csv or jsonl.");
    }
}
