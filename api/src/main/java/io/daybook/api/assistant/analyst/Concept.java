package io.daybook.api.assistant.analyst;

import java.util.Set;

/** A figure that every business has but no two schemas call alike. */
enum Concept {
    REVENUE,
    UNITS;

    private static final Set<String> REVENUES =
            Set.of(
                    "revenue",
                    "sales",
                    "sale",
                    "turnover",
                    "income",
                    "takings",
                    "proceeds",
                    "spend",
                    "spending",
                    "earnings",
                    "money",
                    "sale value",
                    "sales value",
                    "sales amount",
                    "sales volume",
                    "order value",
                    "order size",
                    "basket value",
                    "basket size");
    private static final Set<String> PIECES =
            Set.of(
                    "sell",
                    "selling",
                    "seller",
                    "unit",
                    "units",
                    "piece",
                    "volume",
                    "unit sell",
                    "quantity sell",
                    "piece sell",
                    "item sell");

    boolean called(String lemmas) {
        return (this == REVENUE ? REVENUES : PIECES).contains(lemmas);
    }
}
