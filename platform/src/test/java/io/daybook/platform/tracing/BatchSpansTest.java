package io.daybook.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.EmailVerified;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a reader of the log says of its batches. */
class BatchSpansTest {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private boolean shown = true;
    private Duration later = Duration.ZERO;

    @Test
    void isOneSpanWithBoundedLinksHoweverManyCommandsThereWere() {
        read(IntStream.rangeClosed(1, 1_000).mapToObj(BatchSpansTest::eventOf).toList());

        SpanData span = exported.getFinishedSpanItems().getFirst();
        assertThat(exported.getFinishedSpanItems()).hasSize(1);
        assertThat(span.getName()).isEqualTo("project users");
        assertThat(span.getLinks()).hasSize(BatchSpans.MOST_LINKS);
        assertThat(span.getLinks().getFirst().getSpanContext().getSpanId())
                .isEqualTo(command(1).getSpanId());
        assertThat(span.getAttributes().asMap().values()).contains(1_000L);
    }

    @Test
    void isLinkedOnceToACommandOfManyEvents() {
        read(List.of(eventOf(7), eventOf(7), plain()));

        assertThat(exported.getFinishedSpanItems().getFirst().getLinks()).hasSize(1);
    }

    @Test
    void saysNothingOfWhatNobodyRecorded() {
        read(
                List.of(
                        plain(),
                        with("00-nonsense"),
                        with(TraceParent.of(command(1)).replace("-01", "-00"))));

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsBuiltAnew() {
        shown = false;
        read(List.of(eventOf(1)));

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void saysNothingOfAPastThatIsMadeUpFor() {
        later = Duration.ofHours(2);
        read(List.of(eventOf(1)));

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    private void read(List<? extends EventMessage<?>> events) {
        SdkTracerProvider tracers =
                SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exported))
                        .build();
        new BatchSpans(
                        tracers.get("test"),
                        Clock.offset(Clock.systemUTC(), later),
                        "users",
                        () -> shown)
                .createBatchSpan(true, events)
                .run(() -> {});
    }

    private static EventMessage<?> eventOf(int command) {
        return with(TraceParent.of(command(command)));
    }

    private static EventMessage<?> with(String traceParent) {
        return plain().andMetaData(Map.of(TraceParent.KEY, traceParent));
    }

    private static EventMessage<?> plain() {
        return GenericEventMessage.asEventMessage(new EmailVerified(new UUID(0, 1)));
    }

    private static SpanContext command(int number) {
        return SpanContext.create(
                "%032x".formatted(number),
                "%016x".formatted(number),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }
}
