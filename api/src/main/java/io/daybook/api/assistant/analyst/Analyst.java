package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.mcp.DatabaseSchema;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** Answers the common shapes of question on any schema, without a model. */
public final class Analyst {

    private static final Pattern BEYOND =
            Pattern.compile(
                    "\\b(why|predict|forecast|should|recommend|weather|explain why)\\b",
                    Pattern.CASE_INSENSITIVE);

    private final Clock clock;

    public Analyst(Clock clock) {
        this.clock = clock;
    }

    /** Makes a statement of a question; the search is asked at most once. */
    public Proposal propose(DatabaseSchema schema, String question, ValueSearch search) {
        Catalog catalog = Catalog.of(schema);
        if (catalog.entities().isEmpty()) {
            return regret(
                    catalog, "I see no tables in this database that this connection may read.");
        }
        if (BEYOND.matcher(question).find()) {
            return regret(
                    catalog,
                    "The built-in analyst counts, adds up, compares and lists; it does not explain"
                            + " or predict.");
        }
        try {
            return plan(catalog, question, search);
        } catch (Refused refused) {
            return regret(catalog, refused.getMessage() == null ? "" : refused.getMessage());
        }
    }

    private Proposal plan(Catalog catalog, String question, ValueSearch search) {
        Binder binder = new Binder(catalog, new Figures(catalog).known());
        Intent intent = new QuestionReader(binder, LocalDateTime.now(clock)).read(question);
        Roles roles = new RoleFinder(catalog, intent).find();
        if (intent.mentions().isEmpty()) {
            throw new Refused("I found nothing in this database that your question names.");
        }
        Entity rows = rows(roles, intent);
        if (roles.figures(intent) && roles.rowOrder() == null) {
            return new FigurePlanner(catalog, intent, roles, search).plan();
        }
        if (intent.share()) {
            throw new Refused(
                    "I can show shares by the values of a column, for example “share of … by"
                            + " status”.");
        }
        if (rows == null) {
            throw new Refused("I could not tell what you want to see.");
        }
        return new RowPlanner(catalog, intent, roles, search).plan(rows);
    }

    private static @Nullable Entity rows(Roles roles, Intent intent) {
        if (roles.rowOrder() != null) {
            return roles.rowOrder().entity();
        }
        if (roles.subject() != null) {
            return roles.subject().entity();
        }
        return intent.mentions().stream()
                .map(Mention::column)
                .filter(it -> it != null)
                .map(Column::entity)
                .findFirst()
                .orElse(null);
    }

    private static Proposal regret(Catalog catalog, String message) {
        return new Proposal.Regret(message, Suggestions.of(catalog));
    }
}
