-- The log: the only source of truth. Rows are appended, never changed.
create table domain_event (
    global_index     bigint generated always as identity primary key,
    event_id         uuid        not null,
    aggregate_id     uuid        not null,
    sequence_number  bigint      not null,
    type             text        not null,
    time_stamp       timestamptz not null,
    payload_type     text        not null,
    payload_revision text,
    payload          text        not null,
    meta_data        text        not null,
    -- the judge of concurrent decisions, and the index that serves loading an aggregate
    constraint domain_event_sequence unique (aggregate_id, sequence_number)
);

create table snapshot_event (
    event_id         uuid        not null,
    aggregate_id     uuid        not null,
    sequence_number  bigint      not null,
    type             text        not null,
    time_stamp       timestamptz not null,
    payload_type     text        not null,
    payload_revision text,
    payload          text        not null,
    meta_data        text        not null,
    primary key (aggregate_id, sequence_number)
);

-- How far each event processor has read (Axon's layout).
create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- The hash chain over the stored bytes of the log, kept up beside the write path.
create table log_chain (
    chain_index  bigint primary key,
    global_index bigint not null unique,
    hash         bytea  not null
);
