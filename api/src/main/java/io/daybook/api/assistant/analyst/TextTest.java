package io.daybook.api.assistant.analyst;

/** A test of texts that the question spells out: contains, starts with, ends with. */
record TextTest(Kind kind, String value, int start) {

    /** Where the value must be. */
    enum Kind {
        CONTAINS,
        STARTS,
        ENDS
    }

    /** The pattern for ILIKE; its own signs are escaped. */
    String pattern() {
        String plain = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return switch (kind) {
            case CONTAINS -> "%" + plain + "%";
            case STARTS -> plain + "%";
            case ENDS -> "%" + plain;
        };
    }
}
