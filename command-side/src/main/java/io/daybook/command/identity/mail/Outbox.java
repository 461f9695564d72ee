package io.daybook.command.identity.mail;

import io.daybook.messages.identity.MailStatus;
import io.daybook.messages.identity.OutboxMail;
import io.daybook.messages.identity.OutboxStanding;
import io.daybook.platform.keys.Aead;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;

/** The table of mails; what they say is sealed. */
public final class Outbox {

    /** A sender that took a mail longer ago than this has died. */
    private static final Duration SENDER_DIED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final SecretKey key;
    private final JsonMapper json = new JsonMapper();

    Outbox(JdbcClient jdbc, SecretKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /**
     * Writes a mail for an event, unless there is one, or its recipient was erased. The lock on the
     * recipient's key lets {@link #removeAllTo} see every mail there is.
     */
    void put(UUID id, UUID person, Letter letter, MailStatus status, Instant now) {
        jdbc.sql(
                        """
                        insert into outbox (id, person_id, sealed, status, created_at, due_at)
                        select :id, person_id, :sealed, :status, cast(:now as timestamptz), cast(:now as timestamptz)
                        from personal_key
                        where person_id = :person and key is not null for share
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("person", person)
                .param("sealed", Aead.encrypt(key, json.writeValueAsBytes(letter), context(id)))
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Removes every mail to a person. Index outbox_person. */
    public void removeAllTo(UUID person) {
        jdbc.sql("delete from outbox where person_id = :person").param("person", person).update();
    }

    /**
     * Takes one mail that is due, so that no other sender takes it. Index outbox_due. One that was
     * never tried always is: the clock may have been set back since it was written.
     */
    Optional<OutboxMail> take(Instant now) {
        return jdbc.sql(
                        """
                        update outbox set status = 'SENDING', attempts = attempts + 1, due_at = :now
                        where id = (select id from outbox where status = 'WAITING' and (due_at <= :now or attempts = 0)
                                    order by due_at limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", Timestamp.from(now))
                .query(this::mail)
                .optional();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("update outbox set status = 'SENT', sent_at = :now, error = null where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    void failed(UUID id, MailStatus next, Instant due, String error) {
        jdbc.sql(
                        """
                        update outbox set status = :status, due_at = :due, error = :error
                        where id = :id
                        """)
                .param("id", id)
                .param("status", next.name())
                .param("due", Timestamp.from(due))
                .param("error", error)
                .update();
    }

    /**
     * Gives up on mails whose sender died with them in its hands: they may have gone out, and none
     * goes out twice.
     */
    void giveUpInterrupted(Instant now) {
        jdbc.sql(
                        """
                        update outbox set status = 'FAILED',
                            error = 'Interrupted while it was sent; it may have arrived.'
                        where status = 'SENDING' and due_at < :before
                        """)
                .param("before", Timestamp.from(now.minus(SENDER_DIED)))
                .update();
    }

    void deleteBefore(Instant moment) {
        jdbc.sql("delete from outbox where created_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    /** The newest mails before a row; index outbox_newest. */
    List<OutboxMail> before(Instant createdAt, UUID id, int limit) {
        return jdbc.sql(
                        """
                        select * from outbox where (created_at, id) < (:created, :id)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("created", Timestamp.from(createdAt))
                .param("id", id)
                .param("limit", limit)
                .query(this::mail)
                .list();
    }

    /**
     * How many mails are in which state; there are never many, for they are deleted after a while.
     */
    OutboxStanding standing() {
        return jdbc.sql(
                        """
                        select count(*) filter (where status = 'KEPT') as kept,
                            count(*) filter (where status in ('WAITING', 'SENDING')) as waiting,
                            count(*) filter (where status = 'FAILED') as failed,
                            min(created_at) filter (where status in ('WAITING', 'SENDING')) as oldest
                        from outbox
                        """)
                .query(
                        (row, number) -> {
                            Timestamp oldest = row.getTimestamp("oldest");
                            return new OutboxStanding(
                                    row.getLong("kept"),
                                    row.getLong("waiting"),
                                    row.getLong("failed"),
                                    oldest == null ? null : oldest.toInstant());
                        })
                .single();
    }

    private OutboxMail mail(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Letter letter =
                json.readValue(
                        Aead.decrypt(key, row.getBytes("sealed"), context(id)), Letter.class);
        Timestamp sentAt = row.getTimestamp("sent_at");
        return new OutboxMail(
                id,
                letter.recipient(),
                letter.subject(),
                letter.body(),
                MailStatus.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                row.getInt("attempts"),
                row.getString("error"));
    }

    private static byte[] context(UUID id) {
        return ("outbox/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
