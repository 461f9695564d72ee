package io.daybook.query.audit;

import java.util.List;

/**
 * What some entries that stand evenly among those to be searched have of the words: how a search is
 * best made, never what it finds.
 *
 * @param entries how many there are
 * @param shown those that whatever else was asked for lets be shown
 * @param having for each word, those that have it, be it in a name
 * @param saying for each word, those that have it in what was done
 * @param found those that were looked for
 */
record Sample(double entries, long shown, List<Long> having, List<Long> saying, long found) {

    /** How many are taken. */
    static final int SIZE = 400;

    /**
     * The index gathers all entries that have the beginning of a word, some 30,000 of 10 million in
     * as many microseconds.
     */
    private static final double CHEAP = 0.003;

    /** Whether so many are to be expected among some entries that follow each other. */
    boolean expects(double wanted, int among) {
        return (double) found * among >= wanted * entries;
    }

    /**
     * Among how many entries so many are to be expected, if the words do not depend on each other.
     */
    double among(int wanted) {
        double share = share(shown);
        for (long some : having) {
            share *= share(some);
        }
        return wanted / share;
    }

    /** Whether the index is better asked for a word than what it finds is sifted for it. */
    boolean indexed(int word) {
        return saying.get(word) <= CHEAP * entries || (rarest(word) && having.get(word) <= shown);
    }

    private boolean rarest(int word) {
        return having.indexOf(having.stream().min(Long::compare).orElseThrow()) == word;
    }

    private double share(long some) {
        return Math.max((double) some, 0.5) / Math.max(entries, 1);
    }
}
