package io.daybook.api.platform.observing.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

import java.util.List;
import java.util.Set;

/**
 * A span without addresses, paths, messages of failures and whatever else is not on this short
 * list: patterns of paths, names of classes, numbers.
 */
final class DiscreetSpan extends DelegatingSpanData {

    private static final Set<String> KNOWN =
            Set.of(
                    "method",
                    "uri",
                    "status",
                    "outcome",
                    "exception",
                    "exception.type",
                    "error.type",
                    "daybook.request",
                    "daybook.refusal",
                    "daybook.events");

    DiscreetSpan(SpanData span) {
        super(span);
    }

    @Override
    public Attributes getAttributes() {
        return known(super.getAttributes());
    }

    @Override
    public List<EventData> getEvents() {
        return super.getEvents().stream()
                .map(
                        event ->
                                EventData.create(
                                        event.getEpochNanos(),
                                        event.getName(),
                                        known(event.getAttributes())))
                .toList();
    }

    @Override
    public List<LinkData> getLinks() {
        return super.getLinks().stream()
                .map(link -> LinkData.create(link.getSpanContext()))
                .toList();
    }

    @Override
    public StatusData getStatus() {
        return super.getStatus().getStatusCode() == StatusCode.ERROR
                ? StatusData.error()
                : super.getStatus();
    }

    private static Attributes known(Attributes attributes) {
        return attributes.toBuilder().removeIf(key -> !KNOWN.contains(key.getKey())).build();
    }
}
