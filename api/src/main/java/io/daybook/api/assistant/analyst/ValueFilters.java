package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.FieldType;
import io.daybook.api.assistant.words.StopWords;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ties the words that name nothing of the schema to values in its columns. */
final class ValueFilters {

    private static final int MOST_COLUMNS = 16;
    private static final int FARTHEST = 45;

    private final Catalog catalog;
    private final ValueSearch search;

    ValueFilters(Catalog catalog, ValueSearch search) {
        this.catalog = catalog;
        this.search = search;
    }

    /** What was found, and the certain values that were not. */
    record Found(
            List<ValueFilter> filters,
            List<String> unknown,
            List<String> ignored,
            List<Mention> present) {}

    Found of(Intent intent, Entity base) {
        if (intent.leftovers().isEmpty()) {
            return new Found(List.of(), List.of(), List.of(), List.of());
        }
        Set<String> phrases = new LinkedHashSet<>();
        intent.leftovers().forEach(leftover -> phrases.addAll(phrases(leftover)));
        List<Column> columns = columns(base);
        List<ValueSearch.Hit> hits = search.find(columns, List.copyOf(phrases));
        Map<Column, List<String>> values = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        List<Mention> present = new ArrayList<>();
        for (Leftover leftover : intent.leftovers()) {
            List<String> rest = assign(leftover, near(intent, leftover), columns, hits, values);
            if (!rest.isEmpty() && leftover.otherwise() != null) {
                present.add(leftover.otherwise());
            } else if (!rest.isEmpty()) {
                (leftover.certain() ? unknown : ignored).add(String.join(" ", rest));
            }
        }
        List<ValueFilter> filters = new ArrayList<>();
        values.forEach((column, found) -> filters.add(new ValueFilter(column, found)));
        return new Found(filters, unknown, ignored, present);
    }

    /** Takes the longest phrases first; answers the words that no value covers. */
    private static List<String> assign(
            Leftover leftover,
            List<Mention> near,
            List<Column> columns,
            List<ValueSearch.Hit> hits,
            Map<Column, List<String>> values) {
        List<String> rest = new ArrayList<>(leftover.words());
        for (String phrase : phrases(leftover)) {
            List<String> words = List.of(phrase.split(" ", -1));
            List<String> lower = rest.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
            int at = Collections.indexOfSubList(lower, words);
            List<ValueSearch.Hit> matching =
                    hits.stream().filter(hit -> hit.phrase().equals(phrase)).toList();
            if (at >= 0 && !matching.isEmpty()) {
                Column column = best(matching, near, columns);
                List<String> list = values.computeIfAbsent(column, ignored -> new ArrayList<>());
                matching.stream()
                        .filter(hit -> hit.column().equals(column) && !list.contains(hit.value()))
                        .forEach(hit -> list.add(hit.value()));
                rest.subList(at, at + words.size()).clear();
            }
        }
        rest.removeIf(
                word ->
                        LeftoverReader.faint(word.toLowerCase(Locale.ROOT))
                                || StopWords.contains(word));
        return rest;
    }

    private static Column best(
            List<ValueSearch.Hit> hits, List<Mention> near, List<Column> columns) {
        for (Mention mention : near) {
            for (ValueSearch.Hit hit : hits) {
                boolean column =
                        mention.columns().stream().anyMatch(of -> of.column().equals(hit.column()));
                Entity entity = mention.entity();
                if (column || (entity != null && entity.is(hit.column().entity()))) {
                    return hit.column();
                }
            }
        }
        return hits.stream()
                .map(ValueSearch.Hit::column)
                .min(Comparator.comparingInt(columns::indexOf))
                .orElseThrow();
    }

    private static List<Mention> near(Intent intent, Leftover leftover) {
        return intent.mentions().stream()
                .filter(
                        it ->
                                Math.abs(leftover.start() - it.end()) <= 2
                                        || Math.abs(it.start() - leftover.end()) <= 1)
                .toList();
    }

    /** Every run of the words, the longest first, in lower case. */
    private static List<String> phrases(Leftover leftover) {
        List<String> words = leftover.words();
        List<String> phrases = new ArrayList<>();
        for (int length = Math.min(words.size(), 4); length > 0; length--) {
            for (int start = 0; start + length <= words.size(); start++) {
                String phrase =
                        String.join(" ", words.subList(start, start + length))
                                .toLowerCase(Locale.ROOT);
                if (length > 1 || words.size() == 1 || !StopWords.contains(phrase)) {
                    phrases.add(phrase);
                }
            }
        }
        return phrases;
    }

    private List<Column> columns(Entity base) {
        List<Column> columns = new ArrayList<>();
        catalog.entities().stream()
                .filter(entity -> catalog.ways().distance(base, entity) <= FARTHEST)
                .sorted(Comparator.comparingInt(entity -> catalog.ways().distance(base, entity)))
                .forEach(
                        entity ->
                                entity.fields().stream()
                                        .filter(ValueFilters::searchable)
                                        .forEach(field -> columns.add(new Column(entity, field))));
        return columns.subList(0, Math.min(columns.size(), MOST_COLUMNS));
    }

    private static boolean searchable(Field field) {
        Set<String> free =
                Set.of(
                        "description",
                        "comment",
                        "note",
                        "body",
                        "content",
                        "password",
                        "hash",
                        "token",
                        "url",
                        "address");
        return field.type() == FieldType.TEXT && field.words().stream().noneMatch(free::contains);
    }
}
