package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.ExportFormat;

import jakarta.validation.Valid;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * The history as a file, with the same filters as the pages of it, and whole. Clients ask by {@code
 * Accept}; links of a browser, which cannot, by {@code ?format=csv} or {@code ?format=jsonl}.
 */
@RestController
public class ExportEndpoints {

    private final HistoryExport export;
    private final RequestedContentTypeResolver forms;
    private final Clock clock;

    ExportEndpoints(
            HistoryExport export,
            @Qualifier("webFluxContentTypeResolver") RequestedContentTypeResolver forms,
            Clock clock) {
        this.export = export;
        this.forms = forms;
        this.clock = clock;
    }

    /** What the caller did and what concerned them, as CSV or lines of JSON. */
    @GetMapping(
            path = "/api/activity",
            produces = {EntryLines.CSV, EntryLines.JSONL})
    @Needs(Permission.ACTIVITY_READ)
    public ResponseEntity<Flux<DataBuffer>> activity(
            @AuthenticationPrincipal Caller caller,
            Position position,
            ServerWebExchange exchange,
            @Valid @ModelAttribute HistoryFilter filter) {
        return file(caller, false, filter, exchange, position);
    }

    /** What everybody did, as CSV or lines of JSON. */
    @GetMapping(
            path = "/api/audit",
            produces = {EntryLines.CSV, EntryLines.JSONL})
    @Needs(Permission.AUDIT_READ)
    public ResponseEntity<Flux<DataBuffer>> audit(
            @AuthenticationPrincipal Caller caller,
            Position position,
            ServerWebExchange exchange,
            @Valid @ModelAttribute HistoryFilter filter) {
        return file(caller, true, filter, exchange, position);
    }

    /** The form that the client likes best. */
    private ExportFormat form(ServerWebExchange exchange) {
        return forms.resolveMediaTypes(exchange).stream()
                .flatMap(
                        accepted ->
                                Stream.of(ExportFormat.values())
                                        .filter(
                                                form ->
                                                        accepted.isCompatibleWith(
                                                                EntryLines.type(form))))
                .findFirst()
                .orElse(ExportFormat.CSV);
    }

    /**
     * What people follow a link to they open with a spreadsheet, which needs to be told of UTF-8.
     */
    private static Flux<byte[]> mark(ExportFormat format) {
        return format == ExportFormat.CSV
                ? Flux.just("\uFEFF".getBytes(StandardCharsets.UTF_8))
                : Flux.empty();
    }

    private ResponseEntity<Flux<DataBuffer>> file(
            Caller caller,
            boolean everybody,
            HistoryFilter filter,
            ServerWebExchange exchange,
            Position position) {
        if (filter.limit() != null || filter.cursor() != null) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "exports-are-whole",
                    "A file has everything that the filter finds: it takes neither limit nor"
                            + " cursor.");
        }
        ExportFormat format = form(exchange);
        Flux<byte[]> mark = LinkedForms.isLink(exchange) ? mark(format) : Flux.empty();
        HistoryExport.Wanted wanted =
                new HistoryExport.Wanted(
                        everybody, filter.filter(), filter.after(), filter.words(), format);
        String name =
                "daybook-%s-%s.%s"
                        .formatted(
                                everybody ? "history" : "activity",
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                                EntryLines.extension(format));
        return ResponseEntity.ok()
                .contentType(EntryLines.type(format))
                .headers(
                        headers ->
                                headers.setContentDisposition(
                                        ContentDisposition.attachment().filename(name).build()))
                .body(
                        Flux.concat(mark, export.file(caller, wanted, position.value()))
                                .map(DefaultDataBufferFactory.sharedInstance::wrap));
    }
}
