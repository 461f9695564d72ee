package io.daybook.api.assistant.words;

/** How much two words say the same: 1 the same, 0 nothing in common. */
public final class Similarity {

    private Similarity() {}

    /** Compares two base forms. */
    public static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (one.length() > 2 && Morphology.stem(one).equals(Morphology.stem(other))) {
            return 0.9;
        }
        if (Synonyms.alike(one, other)) {
            return 0.75;
        }
        if (prefix(one, other) || prefix(other, one)) {
            return 0.7;
        }
        return mistyped(one, other) ? 0.65 : 0;
    }

    private static boolean prefix(String part, String whole) {
        return part.length() >= 4
                && whole.startsWith(part)
                && part.length() * 3 >= whole.length()
                && whole.length() - part.length() >= 3;
    }

    private static boolean mistyped(String one, String other) {
        int allowed = Math.min(one.length(), other.length()) >= 8 ? 2 : 1;
        return Math.min(one.length(), other.length()) >= 5
                && one.charAt(0) == other.charAt(0)
                && Math.abs(one.length() - other.length()) <= allowed
                && distance(one, other) <= allowed;
    }

    /** Levenshtein's distance where a swap of neighbours counts one (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                cost[row][column] = cell(cost, one, other, row, column);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cell(int[][] cost, String one, String other, int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        boolean same = one.charAt(row - 1) == other.charAt(column - 1);
        int best =
                Math.min(
                        Math.min(cost[row - 1][column], cost[row][column - 1]) + 1,
                        cost[row - 1][column - 1] + (same ? 0 : 1));
        boolean swapped =
                row > 1
                        && column > 1
                        && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(best, cost[row - 2][column - 2] + 1) : best;
    }
}
