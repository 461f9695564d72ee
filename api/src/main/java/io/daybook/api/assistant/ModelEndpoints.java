package io.daybook.api.assistant;

import io.daybook.api.assistant.models.Models;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;

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
    Page<ModelItem> list() {
        List<ModelItem> items = new ArrayList<>();
        models.configured()
                .forEach(
                        model ->
                                items.add(
                                        new ModelItem(
                                                model.id(),
                                                model.label(),
                                                model.available(),
                                                false)));
        items.add(new ModelItem(Models.BUILT_IN, "Built-in analyst", true, true));
        return Page.whole(items);
    }

    /** One of the models; not available for a while after it failed several times. */
    record ModelItem(String id, String label, boolean available, boolean builtIn) {}
}
