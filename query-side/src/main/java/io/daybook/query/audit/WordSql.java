package io.daybook.query.audit;

import io.daybook.messages.audit.AuditFilter;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Statements for words. An entry is meant when it has each of them, in what was done or in the name
 * of who did it or whom it concerned; of those that are not wanted it has none, neither here nor
 * there. Each is the beginning of a word, and of a frequent one the index would have to gather half
 * the history: so it is asked for those that a sample shows to be rare, and what it finds is sifted
 * for the others.
 */
final class WordSql {

    // exactly as in the declaration of the index
    private static final String FILED =
            "("
                    + WordClause.SENTENCE
                    + " || array_to_tsvector(array_remove(array['#' || (e.position >> 17)::text,"
                    + " '@' || e.actor_id::text, '@' || e.subject_id::text,"
                    + " '@' || nullif(e.actor_kind, 'user')], null)))";
    private static final int SHEET = 17;
    private static final String SAID = "e.said";

    private final EntrySql sql;
    private final List<WordClause> clauses;
    private final List<String> people;
    private final List<String> unwanted = new ArrayList<>();

    /** Statements for one page, which may only show what a reader may see. */
    WordSql(EntrySql sql, AuditFilter filter, @Nullable UUID reader, Meant meant) {
        this.sql = sql;
        this.clauses =
                IntStream.range(0, meant.words().wanted().size())
                        .mapToObj(word -> WordClause.of(meant, word, sql))
                        .toList();
        this.people =
                Stream.of(filter.actor(), filter.subject(), reader)
                        .filter(person -> person != null)
                        .map(UUID::toString)
                        .toList();
        if (!meant.words().unwanted().isEmpty()) {
            leaveOut(meant.words().unwanted());
        }
    }

    /** How many sheets have so many entries. */
    static int sheets(double entries) {
        return (int) Math.min(entries / (1 << SHEET) + 1, Integer.MAX_VALUE);
    }

    /** Whether so many sheets before a position are all that there are. */
    static boolean reachTheFirst(long before, int sheets) {
        return (before - 1) >> SHEET < sheets;
    }

    /** Where nothing but what is not wanted is known: in the order of the page. */
    String without() {
        return sql.page(sql.inOrder(unwanted));
    }

    String sample() {
        List<String> counted = new ArrayList<>(List.of("true", sql.met(List.of())));
        clauses.forEach(clause -> counted.add(clause.condition(SAID)));
        clauses.forEach(clause -> counted.add(clause.said(SAID)));
        counted.add(sql.met(conditions(clauses, SAID)));
        return counted.stream()
                .map("count(*) filter (where %s)"::formatted)
                .collect(Collectors.joining(", ", "select ", ""))
                .concat(
                        """

                        from (
                            select e.*, %s as said from read.audit_entries e where e.position in (
                                select :above + (:below - :above) * part / %d from generate_series(1, %d) part)
                            offset 0
                        ) e
                        """
                                .formatted(WordClause.SENTENCE, Sample.SIZE + 1, Sample.SIZE));
    }

    Sample sampled(Readable row) {
        int words = clauses.size();
        List<Long> counts =
                IntStream.range(0, 2 * words + 3)
                        .mapToObj(column -> row.get(column, Long.class))
                        .toList();
        return new Sample(
                counts.getFirst(),
                counts.get(1),
                counts.subList(2, 2 + words),
                counts.subList(2 + words, 2 + 2 * words),
                counts.getLast());
    }

    /** Among the positions after one, read one by one: finds what is frequent. */
    String near(long after) {
        return sql.page(
                sql.few(
                        "e.position > " + sql.value(after),
                        conditions(clauses, WordClause.SENTENCE)));
    }

    /** On so many sheets before a position. */
    String onSheets(long before, int sheets, Sample sample) {
        long last = (before - 1) >> SHEET;
        long first = last - sheets + 1;
        List<String> filed = filed(sample);
        if (filed.isEmpty()) {
            return found("e.position >= " + (first << SHEET), sample);
        }
        List<String> numbers =
                LongStream.rangeClosed(first, last).mapToObj(sheet -> "#" + sheet).toList();
        filed.add(WordClause.anyOf(numbers, sql));
        return found(has(filed), sample);
    }

    String everywhere(Sample sample) {
        List<String> filed = filed(sample);
        return found(filed.isEmpty() ? "true" : has(filed), sample);
    }

    private String found(String where, Sample sample) {
        List<WordClause> sifted =
                IntStream.range(0, clauses.size())
                        .filter(word -> !sample.indexed(word))
                        .mapToObj(clauses::get)
                        .toList();
        return sql.page(sql.few(where, conditions(sifted, WordClause.SENTENCE)));
    }

    /** What the index is asked for: nothing where other filters find less. */
    private List<String> filed(Sample sample) {
        List<String> filed = new ArrayList<>();
        for (int word = 0; word < clauses.size(); word++) {
            if (sample.indexed(word)) {
                filed.add(clauses.get(word).filed());
            }
        }
        people.forEach(person -> filed.add(WordClause.anyOf(List.of("@" + person), sql)));
        return filed;
    }

    private static String has(List<String> filed) {
        return FILED + " @@ (" + String.join(" && ", filed) + ")";
    }

    private List<String> conditions(List<WordClause> of, String sentence) {
        return Stream.concat(
                        of.stream().map(clause -> clause.condition(sentence)), unwanted.stream())
                .toList();
    }

    /** Names are looked up entry by entry, so that nobody is left in who is one of too many. */
    private void leaveOut(List<Words.Word> words) {
        for (Words.Word word : words) {
            unwanted.add("not " + WordClause.said(WordClause.SENTENCE, word, sql));
            WordClause.kinds(word).forEach(kind -> unwanted.add("e.actor_kind <> '" + kind + "'"));
        }
        String names =
                words.stream()
                        .map(word -> Meant.query(sql.value(word.query())))
                        .collect(Collectors.joining(" || "));
        for (String person : List.of("e.actor_id", "e.subject_id")) {
            unwanted.add(
                    "not exists (select 1 from read.users u where u.user_id = %s and %s @@ (%s))"
                            .formatted(person, Meant.NAMES, names));
        }
    }
}
