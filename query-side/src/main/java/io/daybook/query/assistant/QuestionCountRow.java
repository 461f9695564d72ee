package io.daybook.query.assistant;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** A row of question counts: one person on one day. */
record QuestionCountRow(UUID countId, UUID userId, LocalDate day, long questions, long failed) {

    static QuestionCountRow none(UUID user, LocalDate day) {
        return new QuestionCountRow(key(user, day), user, day, 0, 0);
    }

    static UUID key(UUID user, LocalDate day) {
        return UUID.nameUUIDFromBytes((user + "/" + day).getBytes(StandardCharsets.UTF_8));
    }

    QuestionCountRow asked() {
        return new QuestionCountRow(countId, userId, day, questions + 1, failed);
    }

    QuestionCountRow unanswered() {
        return new QuestionCountRow(countId, userId, day, questions, failed + 1);
    }
}
