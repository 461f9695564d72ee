package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.messages.audit.ExportFormat;
import io.swagger.v3.oas.annotations.Hidden;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The history as a file, with the same filters as the pages of it. Clients ask by {@code Accept};
 * links of a browser, which cannot, by {@code ?format=csv} or {@code ?format=jsonl}.
 */
@RestController
public class ExportEndpoints {

    private static final String FORMS = "csv|jsonl";

    private final HistoryExport export;
    private final Clock clock;

    ExportEndpoints(HistoryExport export, Clock clock) {
        this.export = export;
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
            @RequestHeader(HttpHeaders.ACCEPT) String accept,
            @Valid @ModelAttribute HistoryFilter filter) {
        return file(caller, false, filter, accepted(accept), position);
    }

    /** What the caller did and what concerned them, for a link: {@code format} names the form. */
    @Hidden
    @GetMapping(path = "/api/activity", params = "format")
    @Needs(Permission.ACTIVITY_READ)
    public ResponseEntity<Flux<DataBuffer>> activityFile(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @RequestParam @Pattern(regexp = FORMS) String format,
            @Valid @ModelAttribute HistoryFilter filter) {
        return file(caller, false, filter, named(format), position);
    }

    /** What everybody did, as CSV or lines of JSON. */
    @GetMapping(
            path = "/api/audit",
            produces = {EntryLines.CSV, EntryLines.JSONL})
    @Needs(Permission.AUDIT_READ)
    public ResponseEntity<Flux<DataBuffer>> audit(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @RequestHeader(HttpHeaders.ACCEPT) String accept,
            @Valid @ModelAttribute HistoryFilter filter) {
        return file(caller, true, filter, accepted(accept), position);
    }

    /** What everybody did, for a link: {@code format} names the form. */
    @Hidden
    @GetMapping(path = "/api/audit", params = "format")
    @Needs(Permission.AUDIT_READ)
    public ResponseEntity<Flux<DataBuffer>> auditFile(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @RequestParam @Pattern(regexp = FORMS) String format,
            @Valid @ModelAttribute HistoryFilter filter) {
        return file(caller, true, filter, named(format), position);
    }

    private static ExportFormat accepted(String accept) {
        return MediaType.parseMediaTypes(accept).stream()
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(ExportEndpoints::formats)
                .findFirst()
                .orElse(ExportFormat.CSV);
    }

    private static Stream<ExportFormat> formats(MediaType accepted) {
        return Stream.of(ExportFormat.values())
                .filter(format -> accepted.isCompatibleWith(EntryLines.type(format)));
    }

    private static ExportFormat named(String format) {
        return ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
    }

    private ResponseEntity<Flux<DataBuffer>> file(
            Caller caller,
            boolean everybody,
            HistoryFilter filter,
            ExportFormat format,
            Position position) {
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
                        export.file(caller, wanted, position.value())
                                .map(DefaultDataBufferFactory.sharedInstance::wrap));
    }
}
