package io.daybook.query.audit;

import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.identity.RefreshTokenReused;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.TakenIdentifierTried;
import io.daybook.platform.log.EventTypes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Statements for words. An entry is meant when it has each of them, in what was done or in the name
 * of who did it or whom it concerned: so for everybody who has some in their name, the others are
 * looked for in what they did, and what others did that concerned them, which is never much, is
 * read. Of words that are not wanted an entry has none, neither here nor there.
 */
final class WordSql {

    private static final String SENTENCE =
            "to_tsvector('simple', translate(e.sentence, '“”…', '   '))";

    // exactly as in the declaration of the index
    private static final String FILED =
            "(" + SENTENCE + " || array_to_tsvector(array['#' || (e.position >> 17)::text]))";
    private static final int SHEET = 17;
    private static final String DAYBOOK = "e.actor_kind = 'system'";
    private static final String VISITOR = "e.actor_kind = 'anonymous'";

    // all that is done by somebody who cannot be named
    private static final String VISITORS_DO =
            Stream.of(SignInRefused.class, TakenIdentifierTried.class, RefreshTokenReused.class)
                    .map(kind -> "'" + EventTypes.nameOf(kind).orElseThrow() + "'")
                    .collect(Collectors.joining(", ", "e.type in (", ")"));

    private final EntrySql sql;
    private final AuditFilter filter;
    private final Words words;
    private final Meant meant;

    WordSql(EntrySql sql, AuditFilter filter, Meant meant) {
        this.sql = sql;
        this.filter = filter;
        this.words = meant.words();
        this.meant = meant;
        if (!words.unwanted().isEmpty()) {
            leaveOut();
        }
    }

    /** Whether so many sheets before a position are all that there are. */
    static boolean reachTheFirst(long before, int sheets) {
        return (before - 1) >> SHEET < sheets;
    }

    /** Where nothing but what is not wanted is known: in the order of the page. */
    String without() {
        return sql.page(sql.inOrder(said(words.query(List.of()))));
    }

    /** Among the positions after one, read one by one: finds what is frequent. */
    String near(long after) {
        return sql.page(sql.few(met().toArray(String[]::new)))
                .replace(":above", "greatest(:above, %s)".formatted(sql.value(after)));
    }

    /** On so many sheets before a position. */
    String onSheets(long before, int sheets) {
        long last = (before - 1) >> SHEET;
        String numbers =
                LongStream.rangeClosed(last - sheets + 1, last)
                        .mapToObj(sheet -> "'#" + sheet + "'")
                        .collect(Collectors.joining(" | "));
        String lowest = "e.position >= " + ((last - sheets + 1) << SHEET);
        return found(" && cast(%s as tsquery)".formatted(sql.value(numbers)), lowest);
    }

    String everywhere() {
        return found("", "true");
    }

    private String found(String sheets, String lowest) {
        List<String> branches = new ArrayList<>(sql.few(filed(words.wanted(), sheets)));
        byWords(filter.actor())
                .forEach((had, people) -> branches.addAll(by(people, had, sheets, lowest)));
        List<UUID> concerned = chosen(filter.subject()).map(Meant.Person::id).toList();
        if (!concerned.isEmpty()) {
            List<String> narrowed = met();
            narrowed.add(lowest);
            branches.addAll(sql.concerningPeople(concerned, narrowed.toArray(String[]::new)));
        }
        for (Nobody nobody : Nobody.values()) {
            int had = had(nobody);
            List<Words.Word> rest = without(had);
            if (had != 0 && !rest.isEmpty()) {
                branches.addAll(sql.few(filed(rest, sheets), nobody.condition));
            } else if (had != 0) {
                branches.addAll(sql.inOrder(nobody.condition, nobody.kinds, lowest, unwanted()));
            }
        }
        return sql.page(branches);
    }

    private List<String> by(List<Meant.Person> people, int had, String sheets, String lowest) {
        List<UUID> ids = people.stream().map(Meant.Person::id).toList();
        List<Words.Word> rest = without(had);
        if (rest.isEmpty()) {
            return sql.byPeople(ids, lowest, unwanted());
        }
        String theirs = "e.actor_id = any(%s)".formatted(values(ids));
        // of a frequent word the index knows far more entries than they have
        return people.stream().allMatch(Meant.Person::seldom)
                ? sql.few(theirs, lowest, said(words.query(rest)))
                : sql.few(theirs, filed(rest, sheets));
    }

    /** The exact condition, for entries that are read one by one. */
    private List<String> met() {
        List<String> conditions = new ArrayList<>();
        List<Words.Word> nameless = new ArrayList<>();
        for (int word = 0; word < words.wanted().size(); word++) {
            Words.Word wanted = words.wanted().get(word);
            List<String> names = new ArrayList<>();
            List<UUID> people = having(1 << word);
            if (!people.isEmpty()) {
                String those = values(people);
                names.add("e.actor_id = any(%1$s) or e.subject_id = any(%1$s)".formatted(those));
            }
            for (Nobody nobody : Nobody.values()) {
                if (wanted.isOf(nobody.name)) {
                    names.add(nobody.condition);
                }
            }
            if (names.isEmpty()) {
                nameless.add(wanted);
            } else {
                names.add(said(wanted.query()));
                conditions.add("(" + String.join(" or ", names) + ")");
            }
        }
        String always = words.query(nameless);
        if (!always.isEmpty()) {
            conditions.addFirst(said(always));
        }
        return conditions;
    }

    /** Names are looked up entry by entry, so that nobody is left in who is one of too many. */
    private void leaveOut() {
        String names =
                words.unwanted().stream()
                        .map(word -> Meant.query(sql.value(word.query())))
                        .collect(Collectors.joining(" || "));
        for (String person : List.of("e.actor_id", "e.subject_id")) {
            sql.restrict(
                    "not exists (select 1 from read.users u where u.user_id = %s and %s @@ (%s))"
                            .formatted(person, Meant.NAMES, names));
        }
        for (Nobody nobody : Nobody.values()) {
            if (words.unwanted().stream().anyMatch(word -> word.isOf(nobody.name))) {
                sql.restrict("not " + nobody.condition);
            }
        }
    }

    private Stream<Meant.Person> chosen(@Nullable UUID only) {
        return meant.people().stream().filter(person -> only == null || only.equals(person.id()));
    }

    private Map<Integer, List<Meant.Person>> byWords(@Nullable UUID only) {
        return chosen(only)
                .collect(
                        Collectors.groupingBy(
                                Meant.Person::words, TreeMap::new, Collectors.toList()));
    }

    private List<UUID> having(int word) {
        return meant.people().stream()
                .filter(person -> (person.words() & word) != 0)
                .map(Meant.Person::id)
                .toList();
    }

    private int had(Nobody nobody) {
        int had = 0;
        for (int word = 0; word < words.wanted().size(); word++) {
            had |= words.wanted().get(word).isOf(nobody.name) ? 1 << word : 0;
        }
        return had;
    }

    private List<Words.Word> without(int had) {
        List<Words.Word> rest = new ArrayList<>();
        for (int word = 0; word < words.wanted().size(); word++) {
            if ((had & 1 << word) == 0) {
                rest.add(words.wanted().get(word));
            }
        }
        return rest;
    }

    private String values(List<UUID> people) {
        return sql.value(people.toArray(UUID[]::new));
    }

    private String unwanted() {
        return words.unwanted().isEmpty() ? "true" : said(words.query(List.of()));
    }

    private String said(String query) {
        return SENTENCE + " @@ to_tsquery('simple', %s)".formatted(sql.value(query));
    }

    private String filed(List<Words.Word> wanted, String sheets) {
        return FILED
                + " @@ (to_tsquery('simple', %s)%s)"
                        .formatted(sql.value(words.query(wanted)), sheets);
    }

    /** Those who are no people, as they are called in sentences. */
    private enum Nobody {
        ITSELF("daybook", DAYBOOK, "true"),
        SOMEBODY("somebody", VISITOR, VISITORS_DO);

        private final String name;
        private final String condition;
        private final String kinds;

        Nobody(String name, String condition, String kinds) {
            this.name = name;
            this.condition = condition;
            this.kinds = kinds;
        }
    }
}
