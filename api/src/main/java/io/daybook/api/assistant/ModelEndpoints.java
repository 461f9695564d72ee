package io.daybook.api.assistant;

import io.daybook.api.assistant.models.Models;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;

/** Who can answer questions here. */
@RestController
@RequestMapping("/api/models")
final class ModelEndpoints {

    private final Models models;

    ModelEndpoints(Models models) {
        this.models = models;
    }

    /** The configured models, in the order in which they stand in for one another. */
    @GetMapping
    @Needs(Permission.RUNS_USE)
    Items list() {
        List<Item> items = new ArrayList<>();
        models.configured()
                .forEach(
                        model ->
                                items.add(
                                        new Item(
                                                model.id(),
                                                model.label(),
                                                model.available(),
                                                false)));
        items.add(new Item(Models.BUILT_IN, "Built-in analyst", true, true));
        return new Items(items, null);
    }

    /** All of them. */
    record Items(List<Item> items, @Nullable String nextCursor) {}

    /** One of them; not available for a while after it failed several times. */
    record Item(String id, String label, boolean available, boolean builtIn) {}
}
