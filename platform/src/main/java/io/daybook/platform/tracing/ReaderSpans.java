package io.daybook.platform.tracing;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.Span;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Makes the spans of those who read the log batch by batch. */
public interface ReaderSpans {

    /** None at all. */
    ReaderSpans NONE = (reader, shown) -> new NoSpans();

    /**
     * Those of one reader.
     *
     * @param shown whether anybody sees what it makes of the log; what is built anew from the past
     *     is nobody's request
     */
    EventProcessorSpanFactory of(String reader, BooleanSupplier shown);

    /** Says nothing. */
    final class NoSpans implements EventProcessorSpanFactory {

        private NoSpans() {}

        @Override
        public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
            return OpenSpan.NONE;
        }

        @Override
        public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
            return OpenSpan.NONE;
        }
    }
}
