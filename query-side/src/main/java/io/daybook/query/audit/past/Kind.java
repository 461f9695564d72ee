package io.daybook.query.audit.past;

import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A kind of thing that can be looked at as it was: the row that a projection keeps of it, with
 * which event it begins, whose it is, and how a reader knows it.
 *
 * @param <R> the row, whose key is the identifier of the thing and of its aggregate
 */
public record Kind<R extends Record>(
        String name,
        Class<?> beginning,
        Projection projection,
        Table<R> table,
        List<Feed<R>> feeds,
        Function<R, UUID> owner,
        Predicate<R> deleted,
        BiPredicate<R, Instant> over,
        Look<R> look) {

    /** What a reader sees of a row, given how other things stood at the same moment. */
    public interface Look<R extends Record> {

        Record of(R row, Then then);
    }

    /** How other things stood at the moment. */
    public interface Then {

        /** The row of a thing, or null where there was none. */
        <R extends Record> @Nullable R row(Kind<R> kind, UUID id);

        /** The same as a reader saw it, for a kind that is known by name only. */
        @Nullable Record seen(String kind, UUID id);
    }

    /** A kind whose rows are made of the events of their own aggregate alone. */
    public static <R extends Record> Kind<R> of(
            String name,
            Class<?> beginning,
            Projection projection,
            Table<R> table,
            Function<R, UUID> owner,
            Look<R> look) {
        return new Kind<>(
                name,
                beginning,
                projection,
                table,
                List.of(),
                owner,
                row -> false,
                (row, at) -> false,
                look);
    }

    /** Its rows go when their owner is erased. */
    public Kind<R> erasedWithOwner() {
        return fedBy(
                new Feed<>(List.of(UserErasureRequested.class, UserErased.class), "userId", owner));
    }

    /** Events of other aggregates change it too. */
    public Kind<R> fedBy(Feed<R> feed) {
        return new Kind<>(
                name,
                beginning,
                projection,
                table,
                Stream.concat(feeds.stream(), Stream.of(feed)).toList(),
                owner,
                deleted,
                over,
                look);
    }

    /** Rows that stay when the thing is deleted, and by what that is seen. */
    public Kind<R> deletedWhen(Predicate<R> mark) {
        return new Kind<>(name, beginning, projection, table, feeds, owner, mark, over, look);
    }

    /** Things that end without being deleted: lists leave them out unless asked for. */
    public Kind<R> overWhen(BiPredicate<R, Instant> ended) {
        return new Kind<>(name, beginning, projection, table, feeds, owner, deleted, ended, look);
    }
}
