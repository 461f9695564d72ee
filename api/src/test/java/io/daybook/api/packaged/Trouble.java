package io.daybook.api.packaged;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * What goes wrong in the database while the browser tests look on; they order it over HTTP, since a
 * browser's test has no other way there.
 */
final class Trouble implements AutoCloseable {

    private static final String PROJECTS =
            """
            select 'p_projects_' || generation || '.projects' from projection_generation
            where projection = 'projects' and state = 'live'
            """;

    private final Books books;
    private final HttpServer server;

    private Trouble(Books books) throws IOException {
        this.books = books;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    }

    /**
     * From {@code POST /refuse} on no project can be taken in whose name begins with "Refused",
     * until {@code POST /accept}.
     */
    static Trouble with(Books books) throws IOException {
        Trouble trouble = new Trouble(books);
        trouble.on("/refuse", "add constraint refused check (name not like 'Refused%') not valid");
        trouble.on("/accept", "drop constraint refused");
        trouble.server.start();
        return trouble;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void on(String path, String alteration) {
        server.createContext(
                path,
                exchange -> {
                    books.change("alter table " + books.text(PROJECTS) + " " + alteration);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
