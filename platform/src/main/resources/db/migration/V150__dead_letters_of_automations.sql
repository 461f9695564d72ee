-- Events that an automation could not handle, and those of the same thing behind them (Axon's layout). Payload and metadata
-- are stored as in the log: personal data encrypted.
create table automation_dead_letter (
    dead_letter_id       text primary key,
    processing_group     text   not null,
    sequence_identifier  text   not null,
    sequence_index       bigint not null,
    message_type         text   not null,
    event_identifier     text   not null,
    time_stamp           text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              bytea  not null,
    meta_data            bytea,
    type                 text,
    aggregate_identifier text,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text   not null,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        text,
    diagnostics          bytea,
    -- the parked events of one thing, in their order
    unique (processing_group, sequence_identifier, sequence_index)
);
