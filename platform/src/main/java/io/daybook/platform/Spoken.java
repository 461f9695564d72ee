package io.daybook.platform;

/** Amounts and lengths of time as one says them in an English sentence. */
public final class Spoken {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private Spoken() {}

    /** "1 row", "2 rows". */
    public static String counted(long amount, String one) {
        return counted(amount, one, one + "s");
    }

    /** "1 entry", "2 entries". */
    public static String counted(long amount, String one, String many) {
        return amount + " " + (amount == 1 ? one : many);
    }

    /** "180 ms", "14.3 s", "2 min 5 s", "3 h 20 min": no more of it than anybody cares for. */
    public static String lasting(long milliseconds) {
        if (milliseconds < 1) {
            return "less than 1 ms";
        } else if (milliseconds < 1_000) {
            return milliseconds + " ms";
        }
        long tenths = rounded(milliseconds, 100);
        if (tenths < MINUTE * 10) {
            return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
        }
        long seconds = rounded(milliseconds, 1_000);
        return seconds < HOUR
                ? parts(seconds, " min", " s")
                : parts(rounded(milliseconds, MINUTE * 1_000), " h", " min");
    }

    private static String parts(long small, String large, String unit) {
        long rest = small % 60;
        return small / 60 + large + (rest == 0 ? "" : " " + rest + unit);
    }

    private static long rounded(long amount, int unit) {
        return (amount + unit / 2) / unit;
    }
}
