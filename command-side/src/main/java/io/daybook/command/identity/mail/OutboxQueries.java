package io.daybook.command.identity.mail;

import io.daybook.messages.Refusal;
import io.daybook.messages.identity.OutboxMail;
import io.daybook.messages.identity.OutboxMails;
import io.daybook.messages.identity.OutboxPage;
import io.daybook.messages.identity.OutboxStanding;
import io.daybook.messages.identity.OutboxState;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shows administrators what was sent or kept. */
final class OutboxQueries {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Outbox outbox;

    OutboxQueries(Outbox outbox) {
        this.outbox = outbox;
    }

    @QueryHandler
    OutboxPage answer(OutboxMails query) {
        List<OutboxMail> found = read(query.cursor(), query.limit() + 1);
        if (found.size() <= query.limit()) {
            return new OutboxPage(found, null);
        }
        List<OutboxMail> page = found.subList(0, query.limit());
        OutboxMail last = page.getLast();
        return new OutboxPage(List.copyOf(page), last.createdAt() + "_" + last.id());
    }

    @QueryHandler
    OutboxStanding answer(OutboxState query) {
        return outbox.standing();
    }

    private List<OutboxMail> read(@Nullable String cursor, int limit) {
        if (cursor == null) {
            return outbox.before(END, LAST, limit);
        }
        try {
            int split = cursor.indexOf('_');
            return outbox.before(
                    Instant.parse(cursor.substring(0, split)),
                    UUID.fromString(cursor.substring(split + 1)),
                    limit);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "cursor-not-valid", "This page does not exist.");
        }
    }
}
