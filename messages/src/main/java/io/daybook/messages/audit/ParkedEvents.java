package io.daybook.messages.audit;

import java.util.Map;

/** How many events are parked, by processing group; groups without any are left out. */
public record ParkedEvents(Map<String, Long> byGroup) {}
