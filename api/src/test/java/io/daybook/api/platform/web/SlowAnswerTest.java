package io.daybook.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.platform.HttpSettings;
import io.daybook.api.platform.limits.LimitSettings;
import io.daybook.api.platform.limits.RequestLimits;

import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An answer that takes longer than a request may. */
final class SlowAnswerTest {

    private final HttpSettings settings =
            new HttpSettings(
                    null,
                    List.of(),
                    List.of(),
                    DataSize.ofKilobytes(1),
                    Duration.ofSeconds(30),
                    10);
    private final SlowAnswer slowly = new SlowAnswer(new JsonMapper(), settings);
    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.post("/api/admin/audit/verify"));

    @Test
    void givesSignsOfLifeUntilItIsThere() {
        StepVerifier.withVirtualTime(
                        () ->
                                limited(
                                        Mono.delay(Duration.ofMinutes(5))
                                                .map(done -> Map.of("finding", "none"))))
                .thenAwait(Duration.ofMinutes(5))
                .verifyComplete();

        String body = exchange.getResponse().getBodyAsString().block();
        assertThat(body).startsWith("\n\n").endsWith("{\"finding\":\"none\"}");
        assertThat(new JsonMapper().readTree(body).get("finding").asString()).isEqualTo("none");
    }

    @Test
    void isAProblemWhenItFailsBeforeAnythingWasSaid() {
        StepVerifier.create(limited(Mono.error(new IllegalStateException("unreadable"))))
                .verifyErrorMessage("unreadable");

        assertThat(exchange.getResponse().isCommitted()).isFalse();
    }

    @Test
    void breaksOffWhenItFailsLater() {
        StepVerifier.withVirtualTime(
                        () ->
                                limited(
                                        Mono.delay(Duration.ofMinutes(1))
                                                .then(
                                                        Mono.error(
                                                                new IllegalStateException(
                                                                        "gone")))))
                .thenAwait(Duration.ofMinutes(1))
                .verifyErrorMessage("gone");
    }

    private Mono<Void> limited(Mono<?> answer) {
        return new RequestLimits(settings, new LimitSettings(100, 100, 100, 100, 100))
                .filter(exchange, inside -> slowly.write(inside.getResponse(), answer));
    }
}
