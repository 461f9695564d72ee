package io.daybook.api.platform.limits;

import io.daybook.api.platform.HttpSettings;
import io.daybook.api.platform.ProblemException;
import io.daybook.api.platform.errors.TooManyRequests;
import io.daybook.api.platform.web.ClientAddress;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds what one request and one client may take, before anything else is done for it: the size of
 * the body as announced, requests at once, requests of an address, the time until the answer
 * begins.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class RequestLimits implements WebFilter {

    /** Where a guess of a secret can be tried, or a mail be caused. */
    private static final Set<String> GUESSABLE =
            Set.of(
                    "/api/auth/login",
                    "/api/auth/register",
                    "/api/auth/verify-email",
                    "/api/auth/resend-verification",
                    "/api/setup");

    /** The largest body of which the rest is read after it was refused. */
    private static final long DROPPED = DataSize.ofMegabytes(32).toBytes();

    private final HttpSettings http;
    private final Buckets auth;
    private final Buckets all;
    private final AtomicInteger running = new AtomicInteger();

    public RequestLimits(HttpSettings http, LimitSettings limits) {
        this.http = http;
        this.auth = new Buckets(Buckets.per(Duration.ofMinutes(1), limits.authPerMinute()));
        this.all = new Buckets(Buckets.per(Duration.ofMinutes(1), limits.requestsPerMinute()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long announced = request.getHeaders().getContentLength();
        if (announced > http.largestBody().toBytes()) {
            return tooLarge(exchange, announced);
        }
        try {
            count(exchange);
        } catch (TooManyRequests tooMany) {
            return Mono.error(tooMany);
        }
        return Mono.defer(
                () -> {
                    if (running.incrementAndGet() > http.concurrentRequests()) {
                        running.decrementAndGet();
                        return Mono.error(new TooManyRequests(Duration.ofSeconds(1)));
                    }
                    return timed(exchange, chain.filter(exchange))
                            .doFinally(end -> running.decrementAndGet());
                });
    }

    /**
     * The rest of a body is read and dropped, so that clients see the answer; a flood is cut off.
     */
    private static Mono<Void> tooLarge(ServerWebExchange exchange, long announced) {
        if (announced > DROPPED) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return Mono.error(
                new ProblemException(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body of the request is too large."));
    }

    private void count(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (path.startsWith("/assets/")) {
            return;
        }
        String subscriber = ClientAddress.subscriber(exchange);
        all.take(subscriber);
        if (!request.getMethod().equals(HttpMethod.GET) && GUESSABLE.contains(path)) {
            auth.take(subscriber);
        }
    }

    /** Streams go on as long as they like once their answer has begun. */
    private Mono<Void> timed(ServerWebExchange exchange, Mono<Void> answer) {
        Mono<Void> late =
                Mono.delay(http.longestRequest())
                        .flatMap(
                                waited ->
                                        exchange.getResponse().isCommitted()
                                                ? Mono.never()
                                                : Mono.error(new TimeoutException()));
        return Mono.firstWithSignal(answer, late);
    }
}
