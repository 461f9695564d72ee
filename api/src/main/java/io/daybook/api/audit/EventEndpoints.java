package io.daybook.api.audit;

import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.EventReaders;
import io.daybook.messages.audit.ReadersOfEvents;
import io.daybook.platform.log.EventCatalogue;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.util.List;

/** The catalogue of events. */
@RestController
public class EventEndpoints {

    private final Queries queries;
    private final EventAutomations automations;

    EventEndpoints(Queries queries, EventAutomations automations) {
        this.queries = queries;
        this.automations = automations;
    }

    /**
     * An event: whether it is a detail, which may be retired, what it carries, which read models
     * and which automations take it up.
     */
    public record EventKind(
            String name,
            String context,
            String revision,
            boolean detail,
            List<EventCatalogue.Field> fields,
            List<String> readModels,
            List<String> automations) {}

    /** Every event that the log can have, by name. */
    @GetMapping("/api/events")
    @Needs(Permission.ACTIVITY_READ)
    public Mono<Page<EventKind>> list() {
        return queries.ask(new ReadersOfEvents(), EventReaders.class)
                .map(
                        readers ->
                                new Page<>(
                                        EventCatalogue.kinds().stream()
                                                .map(kind -> item(kind, readers))
                                                .toList(),
                                        null));
    }

    private EventKind item(EventCatalogue.Kind kind, EventReaders readers) {
        return new EventKind(
                kind.name(),
                kind.context(),
                kind.revision(),
                kind.detail(),
                kind.fields(),
                readers.readModels().getOrDefault(kind.name(), List.of()),
                automations.of(kind.name()));
    }
}
