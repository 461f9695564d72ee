package io.daybook.query.audit;

import io.daybook.messages.audit.EventReaders;
import io.daybook.messages.audit.ReadersOfEvents;
import io.daybook.query.platform.EventTrial;
import io.daybook.query.platform.Projection;

import org.axonframework.queryhandling.QueryHandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers which read models take up which events. */
public final class CatalogueQueries {

    private final EventReaders readers;

    public CatalogueQueries(List<Projection> projections) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Projection projection : projections) {
            for (String event : EventTrial.events(projection)) {
                found.computeIfAbsent(event, none -> new ArrayList<>()).add(projection.name());
            }
        }
        this.readers = new EventReaders(found);
    }

    @QueryHandler
    EventReaders answer(ReadersOfEvents query) {
        return readers;
    }
}
