package io.daybook.api.projects;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.Versions;
import io.daybook.messages.Refusal;
import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.DeleteProject;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectById;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.messages.projects.RenameProject;
import io.daybook.messages.projects.RestoreProject;
import io.daybook.platform.Identifiers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** The projects of the caller; those of others are not there (404). */
@RestController
@RequestMapping("/api/projects")
public class ProjectsEndpoints {

    private final Commands commands;
    private final Queries queries;

    public ProjectsEndpoints(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Lists own projects, newest first; with {@code deleted=true} those that can be restored. */
    @GetMapping
    @Needs(Permission.PROJECTS_READ)
    public Mono<Page<ProjectResource>> list(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ProjectsOfUser query = new ProjectsOfUser(caller.userId(), deleted, limit, cursor);
        return queries.ask(query, ProjectPage.class, position.value())
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream().map(ProjectResource::of).toList(),
                                        page.nextCursor()));
    }

    /** Opens a project. */
    @PostMapping
    @Needs(Permission.PROJECTS_WRITE)
    public Mono<ResponseEntity<ProjectResource>> create(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody ProjectInput input) {
        UUID id = Identifiers.forNew();
        return commands.send(
                        new CreateProject(id, input.name(), input.description()), caller.actor())
                .flatMap(done -> show(caller, id, done.position(), HttpStatus.CREATED));
    }

    /** Shows a project with its version as {@code ETag}. */
    @GetMapping("/{id}")
    @Needs(Permission.PROJECTS_READ)
    public Mono<ResponseEntity<ProjectResource>> one(
            @AuthenticationPrincipal Caller caller, Position position, @PathVariable UUID id) {
        return find(caller, id, position.value())
                .map(project -> ResponseEntity.ok().eTag(project.etag()).body(project));
    }

    /** Changes name and description; 412 when {@code If-Match} names another version. */
    @PutMapping("/{id}")
    @Needs(Permission.PROJECTS_WRITE)
    public Mono<ResponseEntity<ProjectResource>> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProjectInput input) {
        RenameProject command =
                new RenameProject(
                        id, Versions.expected(ifMatch), input.name(), input.description());
        return commands.send(command, caller.actor())
                .flatMap(done -> show(caller, id, done.position(), HttpStatus.OK));
    }

    /**
     * Deletes a project so that it can be restored; 412 when {@code If-Match} names another
     * version.
     */
    @DeleteMapping("/{id}")
    @Needs(Permission.PROJECTS_WRITE)
    public Mono<ResponseEntity<Void>> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Answers.nothing(
                commands.send(new DeleteProject(id, Versions.expected(ifMatch)), caller.actor()));
    }

    /** Brings a deleted project back. */
    @PostMapping("/{id}/restore")
    @Needs(Permission.PROJECTS_WRITE)
    public Mono<ResponseEntity<ProjectResource>> restore(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return commands.send(new RestoreProject(id), caller.actor())
                .flatMap(done -> show(caller, id, done.position(), HttpStatus.OK));
    }

    private Mono<ResponseEntity<ProjectResource>> show(
            Caller caller, UUID id, long position, HttpStatus status) {
        return seen(caller, id, position)
                .switchIfEmpty(Mono.error(Answers::notShown))
                .map(project -> Answers.at(status, position).eTag(project.etag()).body(project));
    }

    private Mono<ProjectResource> find(Caller caller, UUID id, @Nullable Long position) {
        return seen(caller, id, position)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.NOT_FOUND,
                                                "not-found",
                                                "There is no such thing.")));
    }

    private Mono<ProjectResource> seen(Caller caller, UUID id, @Nullable Long position) {
        return queries.ask(new ProjectById(id, caller.userId()), Project.class, position)
                .map(ProjectResource::of);
    }
}
