package io.daybook.api.assistant.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server on this machine that plays back what a model's server sends. */
final class ModelServer implements AutoCloseable {

    /** How one request is answered. */
    interface Script {

        void play(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    ModelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> requests() {
        return requests;
    }

    ModelServer then(Script script) {
        scripts.add(script);
        return this;
    }

    /** Server-sent events, one for each text. */
    ModelServer events(String... events) {
        return then(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    for (String event : events) {
                        exchange.getResponseBody()
                                .write(
                                        ("data: " + event + "\n\n")
                                                .getBytes(StandardCharsets.UTF_8));
                        exchange.getResponseBody().flush();
                    }
                });
    }

    ModelServer status(int status) {
        return then(
                exchange -> {
                    byte[] body =
                            "{\"error\":{\"message\":\"no\"}}".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                });
    }

    /** Says nothing until the test ends. */
    ModelServer hang() {
        return then(
                exchange -> {
                    try {
                        closing.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestURI()
                        + " "
                        + new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Script script = scripts.poll();
        try (exchange) {
            if (script == null) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                script.play(exchange);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
