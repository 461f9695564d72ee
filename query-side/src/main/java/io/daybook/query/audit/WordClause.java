package io.daybook.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A word that is wanted, and who has it in their name: people, and kinds of those who are none. */
record WordClause(Words.Word word, List<UUID> people, List<String> kinds, EntrySql sql) {

    static final String SENTENCE = "to_tsvector('simple', translate(e.sentence, '“”…', '   '))";

    /** As they are called in sentences. */
    private static final Map<String, String> KINDS =
            Map.of("daybook", "system", "somebody", "anonymous");

    static WordClause of(Meant meant, int number, EntrySql sql) {
        Words.Word word = meant.words().wanted().get(number);
        return new WordClause(word, meant.having(number), kinds(word), sql);
    }

    /** What an entry that has it fulfils, where the words of its sentence are at hand. */
    String condition(String sentence) {
        List<String> having = new ArrayList<>();
        if (!people.isEmpty()) {
            String those = sql.value(people.toArray(UUID[]::new));
            having.add("e.actor_id = any(%1$s) or e.subject_id = any(%1$s)".formatted(those));
        }
        kinds.forEach(kind -> having.add("e.actor_kind = '" + kind + "'"));
        having.add(said(sentence));
        return "(" + String.join(" or ", having) + ")";
    }

    /** What an entry that has it in what was done fulfils. */
    String said(String sentence) {
        return said(sentence, word, sql);
    }

    /** As what the index knows such an entry. */
    String filed() {
        List<String> marks =
                Stream.concat(people.stream(), kinds.stream()).map(who -> "@" + who).toList();
        return marks.isEmpty()
                ? query(word, sql)
                : "(" + query(word, sql) + " || " + anyOf(marks, sql) + ")";
    }

    static String said(String sentence, Words.Word word, EntrySql sql) {
        return sentence + " @@ " + query(word, sql);
    }

    /** The kinds of those who act without being people, and have a word in what they are called. */
    static List<String> kinds(Words.Word word) {
        return KINDS.entrySet().stream()
                .filter(called -> word.isOf(called.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    static String anyOf(List<String> marks, EntrySql sql) {
        String any = marks.stream().map("'%s'"::formatted).collect(Collectors.joining(" | "));
        return "cast(%s as tsquery)".formatted(sql.value(any));
    }

    private static String query(Words.Word word, EntrySql sql) {
        return "to_tsquery('simple', %s)".formatted(sql.value(word.query()));
    }
}
