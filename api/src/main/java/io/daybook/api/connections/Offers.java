package io.daybook.api.connections;

/** What the installation itself offers to connect to. */
public record Offers(Store store) {

    /** The demonstration database. */
    public record Store(boolean available, String detail) {}

    static Offers of(boolean available) {
        return new Offers(
                new Store(
                        available,
                        available
                                ? "Two years of orders, customers and products of a shop, made up."
                                : "Start Daybook with --demo to have a database to try."));
    }
}
