package io.daybook.messages.audit;

import java.util.List;
import java.util.Map;

/** The names of the read models that take up an event, by the name of the event. */
public record EventReaders(Map<String, List<String>> readModels) {}
