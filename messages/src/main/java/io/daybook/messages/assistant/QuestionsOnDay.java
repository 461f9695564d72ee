package io.daybook.messages.assistant;

import java.time.LocalDate;

/** How many questions a user asked on a day (UTC). */
public record QuestionsOnDay(LocalDate day, long questions) {}
