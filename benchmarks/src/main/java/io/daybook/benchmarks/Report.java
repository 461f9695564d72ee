package io.daybook.benchmarks;

import java.util.Locale;

/** Lines that people read and that {@code docs/performance.md} quotes. */
final class Report {

    private Report() {}

    static void title(String text) {
        System.out.printf("%n%s%n", text);
    }

    /** A figure beside its floor where more is better. */
    static void rate(String what, double house, double floor, String unit) {
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "  %-34s %12.0f   floor %12.0f %-12s ratio %5.2f",
                        what,
                        house,
                        floor,
                        unit,
                        house / floor));
    }

    /** A figure beside its floor where less is better. */
    static void cost(String what, double house, double floor, String unit) {
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "  %-34s %12.3f   floor %12.3f %-12s ratio %5.2f",
                        what,
                        house,
                        floor,
                        unit,
                        house / floor));
    }

    /** A figure that has no floor. */
    static void figure(String what, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "  %-34s %12.1f   %s", what, value, unit));
    }
}
