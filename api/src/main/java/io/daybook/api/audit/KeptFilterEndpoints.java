package io.daybook.api.audit;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.DeleteHistoryFilter;
import io.daybook.messages.audit.HistoryFilterList;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.messages.audit.KeptFilter;
import io.daybook.messages.audit.RenameHistoryFilter;
import io.daybook.messages.audit.SaveHistoryFilter;
import io.daybook.platform.Identifiers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** The searches of the history that the caller keeps. */
@RestController
@RequestMapping("/api/activity/filters")
public class KeptFilterEndpoints {

    private final Commands commands;
    private final Queries queries;

    public KeptFilterEndpoints(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** A search: its name, and the filter as it stands in the page's address. */
    public record KeptFilterItem(
            UUID id, @Nullable String name, @Nullable String filter, Instant savedAt) {

        static KeptFilterItem of(KeptFilter kept) {
            return new KeptFilterItem(kept.filterId(), kept.name(), kept.filter(), kept.savedAt());
        }
    }

    /** What to keep under which name. */
    public record Kept(
            @NotBlank @Size(max = 80) String name, @NotNull @Size(max = 2_000) String filter) {}

    /** Another name. */
    public record Name(@NotBlank @Size(max = 80) String name) {}

    /** The identifier of what was kept. */
    public record Created(UUID id) {}

    /** Every search that the caller keeps, by name. */
    @GetMapping
    @Needs(Permission.ACTIVITY_READ)
    public Mono<Page<KeptFilterItem>> list(
            @AuthenticationPrincipal Caller caller, Position position) {
        return queries.ask(
                        new HistoryFiltersOfUser(caller.userId()),
                        HistoryFilterList.class,
                        position.value())
                .map(
                        list ->
                                new Page<>(
                                        list.items().stream().map(KeptFilterItem::of).toList(),
                                        null));
    }

    /** Keeps a search. */
    @PostMapping
    @Needs(Permission.ACTIVITY_READ)
    public Mono<ResponseEntity<Created>> save(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody Kept kept) {
        UUID id = Identifiers.forNew();
        return commands.send(new SaveHistoryFilter(id, kept.name(), kept.filter()), caller.actor())
                .map(done -> Answers.at(HttpStatus.CREATED, done.position()).body(new Created(id)));
    }

    /** Gives a kept search another name. */
    @PutMapping("/{id}")
    @Needs(Permission.ACTIVITY_READ)
    public Mono<ResponseEntity<Void>> rename(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody Name name) {
        return Answers.nothing(
                commands.send(new RenameHistoryFilter(id, name.name()), caller.actor()));
    }

    /** Gives up a kept search. */
    @DeleteMapping("/{id}")
    @Needs(Permission.ACTIVITY_READ)
    public Mono<ResponseEntity<Void>> delete(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return Answers.nothing(commands.send(new DeleteHistoryFilter(id), caller.actor()));
    }
}
