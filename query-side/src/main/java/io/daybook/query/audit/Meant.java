package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.query.platform.Rows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Whom the words of a search name. Names stay where people are, so that whoever is erased is named
 * by nothing: the history itself has none. Of more people than a search can look after, those are
 * taken whom its filter names, then those who have most of its words, then those who have been here
 * longest.
 */
record Meant(Words words, List<Person> people, boolean more) {

    /** Somebody, and which of the wanted words are in their name: the first is 1, the second 2. */
    record Person(UUID id, int words) {}

    static final int MOST = 50;

    /** As it is declared for the index of people, {@code u}. */
    static final String NAMES =
            "to_tsvector('simple', coalesce(u.full_name, '') || ' ' || coalesce(u.username, '') ||"
                    + " ' ' || coalesce(u.email, ''))";

    /** Resolves the words; with a reader only to them and to those who may act upon them. */
    static CompletableFuture<Meant> by(AuditEntries query, Words words, Rows rows) {
        if (words.wanted().isEmpty()) {
            return CompletableFuture.completedFuture(new Meant(words, List.of(), false));
        }
        Map<String, Object> parameters = new HashMap<>();
        List<String> asked = new ArrayList<>();
        for (Words.Word word : words.wanted()) {
            String name = "word" + asked.size();
            parameters.put(name, word.query());
            asked.add(query(":" + name));
        }
        String among = among(query.reader(), parameters);
        String first = first(query.filter(), parameters);
        return rows.list(
                        sql(asked, among, first),
                        parameters,
                        row ->
                                new Person(
                                        Rows.id(row, "user_id"),
                                        Rows.need(row, "words", Integer.class)))
                .thenApply(
                        found ->
                                found.size() > MOST
                                        ? new Meant(words, found.subList(0, MOST), true)
                                        : new Meant(words, found, false));
    }

    /** The people who have one of the wanted words in their name. */
    List<UUID> having(int word) {
        return people.stream()
                .filter(person -> (person.words() & 1 << word) != 0)
                .map(Person::id)
                .toList();
    }

    /** As words, and as the beginning of an address, which is one word to the index. */
    static String query(String word) {
        return "(to_tsquery('simple', %1$s) || cast(lower(%1$s) as tsquery))".formatted(word);
    }

    private static String among(@Nullable UUID reader, Map<String, Object> parameters) {
        if (reader == null) {
            return "true";
        }
        parameters.put("reader", reader);
        return "(u.user_id = :reader or u.role = 'ADMIN')";
    }

    private static String first(AuditFilter filter, Map<String, Object> parameters) {
        UUID[] chosen =
                Stream.of(filter.actor(), filter.subject())
                        .filter(Objects::nonNull)
                        .toArray(UUID[]::new);
        if (chosen.length == 0) {
            return "";
        }
        parameters.put("chosen", chosen);
        return "user_id = any(:chosen) desc,";
    }

    private static String sql(List<String> asked, String among, String first) {
        List<String> bits = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        for (int word = 0; word < asked.size(); word++) {
            String has = "cast(names @@ " + asked.get(word) + " as integer)";
            bits.add((1 << word) + " * " + has);
            counts.add(has);
        }
        return """
        select user_id, %s as words, %s as matches from (
            select u.user_id, %s as names from read.users u where %s and %s @@ (%s) offset 0
        ) named
        order by %s matches desc, user_id limit %d
        """
                .formatted(
                        String.join(" + ", bits),
                        String.join(" + ", counts),
                        NAMES,
                        among,
                        NAMES,
                        String.join(" || ", asked),
                        first,
                        MOST + 1);
    }
}
