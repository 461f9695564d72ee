package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.Link;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a schema keeps what every business counts: revenue and units sold. */
final class Figures {

    private static final Set<String> NAMED = Set.of("revenue", "turnover", "sales");
    private static final Set<String> TOTALS =
            Set.of(
                    "total",
                    "amount",
                    "subtotal",
                    "value",
                    "sum",
                    "proceeds",
                    "net",
                    "gross",
                    "paid");
    private static final Set<String> OTHER_MONEY =
            Set.of(
                    "tax",
                    "discount",
                    "shipping",
                    "refund",
                    "budget",
                    "balance",
                    "fee",
                    "tip",
                    "cost",
                    "limit",
                    "target",
                    "vat",
                    "freight",
                    "credit",
                    "debit",
                    "salary",
                    "temperature",
                    "count",
                    "weight",
                    "stock",
                    "points");
    private static final Set<String> BUSINESS =
            Set.of(
                    "order",
                    "sale",
                    "sales",
                    "invoice",
                    "payment",
                    "transaction",
                    "purchase",
                    "booking",
                    "receipt",
                    "line",
                    "item",
                    "detail",
                    "subscription",
                    "ticket",
                    "reservation",
                    "rental",
                    "deal",
                    "contract",
                    "charge");
    private static final Set<String> NOT_SOLD =
            Set.of(
                    "inventory",
                    "stock",
                    "warehouse",
                    "cart",
                    "basket",
                    "quote",
                    "budget",
                    "shipment",
                    "supply",
                    "return",
                    "refund");

    private final Catalog catalog;

    Figures(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The concepts that this schema has figures for. */
    Set<Concept> known() {
        Set<Concept> known = EnumSet.noneOf(Concept.class);
        for (Concept concept : Concept.values()) {
            if (!of(concept).isEmpty()) {
                known.add(concept);
            }
        }
        return known;
    }

    List<Source> of(Concept concept) {
        List<Source> sources = new ArrayList<>();
        for (Entity entity : catalog.entities()) {
            switch (concept) {
                case REVENUE -> revenue(entity, sources);
                case UNITS -> units(entity, sources);
            }
        }
        return List.copyOf(sources);
    }

    private void revenue(Entity entity, List<Source> sources) {
        for (Field field : entity.fields()) {
            double score = field.measure() ? money(entity, field) : 0;
            if (score > 0) {
                String note = "Revenue is " + entity.name() + "." + field.name() + ".";
                Source plain = Source.of(new Column(entity, field), score);
                sources.add(
                        new Source(
                                entity,
                                plain.formula(),
                                "revenue",
                                score,
                                false,
                                note,
                                null,
                                plain.column()));
            }
        }
        computed(entity, sources);
    }

    private double money(Entity entity, Field field) {
        if (field.words().stream().anyMatch(OTHER_MONEY::contains) || sold(entity) < 0) {
            return 0;
        }
        if (field.words().stream().anyMatch(NAMED::contains)) {
            return 0.95;
        }
        boolean total = TOTALS.contains(field.head()) || TOTALS.contains(field.words().getFirst());
        boolean business = entity.words().stream().anyMatch(BUSINESS::contains);
        boolean plain = field.words().contains("total") || field.words().contains("amount");
        if (!total || !(business || plain)) {
            return 0;
        }
        boolean payment = entity.words().contains("payment");
        return (business ? 0.9 : 0.7)
                - (payment ? 0.05 : 0)
                - (field.head().equals("subtotal") ? 0.02 : 0);
    }

    private static int sold(Entity entity) {
        return entity.words().stream().anyMatch(NOT_SOLD::contains) ? -1 : 1;
    }

    private void computed(Entity entity, List<Source> sources) {
        Field quantity = quantity(entity);
        Field price = price(entity);
        if (quantity == null || price == null || sold(entity) < 0 || stocked(quantity)) {
            return;
        }
        Discount discount = Discount.of(entity);
        String note =
                "Revenue is "
                        + quantity.name()
                        + " × "
                        + price.name()
                        + discount.words()
                        + " of "
                        + entity.name()
                        + ".";
        sources.add(
                new Source(
                        entity,
                        tables ->
                                tables.column(quantity)
                                        + " * "
                                        + tables.column(price)
                                        + discount.sql(tables),
                        "revenue",
                        0.82,
                        false,
                        note,
                        header(entity),
                        null));
    }

    private void units(Entity entity, List<Source> sources) {
        Field quantity = quantity(entity);
        boolean business = entity.words().stream().anyMatch(BUSINESS::contains);
        if (quantity != null
                && sold(entity) > 0
                && !stocked(quantity)
                && (business || price(entity) != null)) {
            Source plain = Source.of(new Column(entity, quantity), 0.9);
            String note = "Units are " + entity.name() + "." + quantity.name() + ".";
            sources.add(
                    new Source(
                            entity,
                            plain.formula(),
                            "units",
                            0.9,
                            false,
                            note,
                            header(entity),
                            null));
        }
    }

    private static boolean stocked(Field quantity) {
        return quantity.words().stream()
                .anyMatch(word -> Set.of("stock", "hand", "reorder", "available").contains(word));
    }

    private static @Nullable Field quantity(Entity entity) {
        return first(entity, Set.of("quantity", "units", "unit", "count", "pieces"));
    }

    private static @Nullable Field price(Entity entity) {
        return first(entity, Set.of("price", "rate"));
    }

    private static @Nullable Field first(Entity entity, Set<String> heads) {
        return entity.fields().stream()
                .filter(Field::measure)
                .filter(
                        field ->
                                heads.contains(field.head())
                                        || (field.words().contains("quantity")
                                                && heads.contains("quantity")))
                .findFirst()
                .orElse(null);
    }

    /** The link to the whole that has the date: a line belongs to an order. */
    private @Nullable Field header(Entity entity) {
        return catalog.ways().links().stream()
                .filter(link -> link.many().is(entity))
                .filter(
                        link ->
                                link.one().fields().stream()
                                        .anyMatch(field -> field.type().temporal()))
                .filter(link -> link.one().words().stream().anyMatch(BUSINESS::contains))
                .map(Link::from)
                .findFirst()
                .orElse(null);
    }
}
