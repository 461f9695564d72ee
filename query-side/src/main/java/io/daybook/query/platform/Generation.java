package io.daybook.query.platform;

/** One set of tables of a projection; the fingerprint is that of the declaration of its tables. */
record Generation(String projection, int number, State state, String fingerprint) {

    enum State {
        BUILDING,
        LIVE,
        OLD
    }

    /** The schema that holds its tables. */
    String schema() {
        return "p_" + projection + "_" + number;
    }

    /** The processor that feeds it; its token is kept under this name. */
    String processor() {
        return projection + "@" + number;
    }
}
