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

    /** How long something took: sorted milliseconds, at their quantiles. */
    static void quantiles(String what, double[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "  %-34s p50 %7.1f   p95 %7.1f   p99 %7.1f   max %7.1f ms   (%d)%n",
                what,
                quantile(sorted, 50),
                quantile(sorted, 95),
                quantile(sorted, 99),
                quantile(sorted, 100),
                sorted.length);
    }

    static double quantile(double[] sorted, int percent) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
