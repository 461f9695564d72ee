package io.daybook.api.identity;

import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.messages.identity.OutboxMail;
import io.daybook.messages.identity.OutboxMails;
import io.daybook.messages.identity.OutboxPage;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** The mails that Daybook sent, or kept where there is no mail server. */
@RestController
@RequestMapping("/api/admin/outbox")
final class OutboxEndpoints {

    private final Queries queries;

    OutboxEndpoints(Queries queries) {
        this.queries = queries;
    }

    /** All mails that are still kept, newest first. */
    @GetMapping
    @Needs(Permission.OUTBOX_READ)
    Mono<Page<Mail>> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.ask(new OutboxMails(Math.clamp(limit, 1, 200), cursor), OutboxPage.class)
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream().map(Mail::of).toList(),
                                        page.nextCursor()));
    }

    /** One mail. */
    record Mail(
            UUID id,
            String recipient,
            String subject,
            String body,
            String status,
            Instant createdAt,
            @Nullable Instant sentAt,
            int attempts,
            @Nullable String error) {

        static Mail of(OutboxMail mail) {
            return new Mail(
                    mail.id(),
                    mail.recipient(),
                    mail.subject(),
                    mail.body(),
                    mail.status().name().toLowerCase(Locale.ROOT),
                    mail.createdAt(),
                    mail.sentAt(),
                    mail.attempts(),
                    mail.error());
        }
    }
}
