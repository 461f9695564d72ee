package io.daybook.api.assistant.words;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern over tokens: places divided by blanks, each with alternatives divided by bars; # stands
 * for a number, a question mark after a place makes it optional.
 */
public final class Phrase {

    private final List<Place> places;

    private Phrase(List<Place> places) {
        this.places = places;
    }

    private record Place(List<String> alternatives, boolean number, boolean optional) {

        boolean accepts(Token token) {
            return number ? token.numeric() != null : alternatives.stream().anyMatch(token::is);
        }
    }

    /** Reads a pattern. */
    public static Phrase of(String pattern) {
        List<Place> places = new ArrayList<>();
        for (String part : pattern.split(" ", -1)) {
            boolean optional = part.endsWith("?");
            String plain = optional ? part.substring(0, part.length() - 1) : part;
            places.add(new Place(List.of(plain.split("\\|", -1)), plain.equals("#"), optional));
        }
        return new Phrase(List.copyOf(places));
    }

    /** Tries the pattern on the free tokens from an index on. */
    public Optional<Match> at(Line line, int start) {
        List<String> words = new ArrayList<>();
        List<BigDecimal> numbers = new ArrayList<>();
        int index = start;
        for (Place place : places) {
            boolean accepted = line.free(index) && place.accepts(line.at(index));
            if (!accepted && !place.optional()) {
                return Optional.empty();
            }
            if (accepted) {
                collect(line.at(index), place, words, numbers);
                index++;
            } else {
                words.add("");
            }
        }
        return Optional.of(new Match(start, index, words, numbers));
    }

    /** The first place in the line where the pattern fits. */
    public Optional<Match> in(Line line) {
        for (int index = 0; index < line.size(); index++) {
            Optional<Match> match = at(line, index);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private static void collect(
            Token token, Place place, List<String> words, List<BigDecimal> numbers) {
        words.add(token.lower());
        @Nullable BigDecimal number = token.numeric();
        if (place.number() && number != null) {
            numbers.add(number);
        }
    }
}
