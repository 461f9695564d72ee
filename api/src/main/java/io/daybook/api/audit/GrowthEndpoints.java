package io.daybook.api.audit;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.ChangeDetailRetention;
import io.daybook.messages.audit.DetailRetention;
import io.daybook.messages.audit.LogFigures;
import io.daybook.messages.audit.LogGrowth;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/** How large the log is, and how long details are kept in it. */
@RestController
@RequestMapping("/api/admin/growth")
public class GrowthEndpoints {

    private static final int RETIREMENTS = 10;

    private final Commands commands;
    private final Queries queries;

    public GrowthEndpoints(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** For how many days details are kept; without a number: for ever. */
    public record Keeping(@Nullable Integer days) {}

    /** Sizes as of now, by kind of event (from a sample) and by table, and the last retirements. */
    @GetMapping
    @Needs(Permission.OVERVIEW_READ)
    public Mono<LogFigures> figures() {
        return queries.ask(new LogGrowth(RETIREMENTS), LogFigures.class);
    }

    /** Has details retired from the log when they are older than so many days (7 to 3650). */
    @PutMapping("/retention")
    @Needs(Permission.LOG_RETIRE)
    public Mono<ResponseEntity<Void>> keep(
            @AuthenticationPrincipal Caller caller, @RequestBody Keeping keeping) {
        return commands.send(
                        new ChangeDetailRetention(DetailRetention.ID, keeping.days()),
                        caller.actor())
                .map(done -> Answers.at(HttpStatus.NO_CONTENT, done.position()).build());
    }
}
