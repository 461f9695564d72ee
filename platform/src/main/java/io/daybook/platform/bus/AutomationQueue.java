package io.daybook.platform.bus;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.serialization.Serializer;

/**
 * Where an automation parks events: Axon's queue, in the transaction of the batch, once what the
 * failed handler wrote is taken back.
 */
final class AutomationQueue extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

    private static final DeadLetterSchema SCHEMA =
            DeadLetterSchema.builder()
                    .deadLetterTable("automation_dead_letter")
                    .deadLetterIdentifierColumn("dead_letter_id")
                    .processingGroupColumn("processing_group")
                    .sequenceIdentifierColumn("sequence_identifier")
                    .sequenceIndexColumn("sequence_index")
                    .messageTypeColumn("message_type")
                    .eventIdentifierColumn("event_identifier")
                    .timestampColumn("time_stamp")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .metaDataColumn("meta_data")
                    .aggregateIdentifierColumn("aggregate_identifier")
                    .sequenceNumberColumn("sequence_number")
                    .tokenTypeColumn("token_type")
                    .enqueuedAtColumn("enqueued_at")
                    .lastTouchedColumn("last_touched")
                    .processingStartedColumn("processing_started")
                    .causeTypeColumn("cause_type")
                    .causeMessageColumn("cause_message")
                    .build();

    private final Savepoints savepoints;

    AutomationQueue(
            String group,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer eventSerializer,
            Serializer serializer,
            Savepoints savepoints) {
        super(
                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(group)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(SCHEMA)
                        .eventSerializer(eventSerializer)
                        .genericSerializer(serializer));
        this.savepoints = savepoints;
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        savepoints.rollBack();
        super.enqueue(sequenceIdentifier, letter);
    }
}
