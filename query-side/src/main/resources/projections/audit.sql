create table $schema.audit_entries (
    event_id       uuid        not null,
    position       bigint      not null,
    at             timestamptz not null,
    type           text        not null,
    revision       text        not null,
    aggregate_id   uuid        not null,
    aggregate_type text        not null,
    sequence       bigint      not null,
    actor_kind     text        not null,
    actor_id       uuid,
    subject_id     uuid,
    session_id     uuid,
    address        text,
    sentence       text,
    correlation_id text,
    causation_id   text,
    primary key (position)
);

-- one person's trail, one thing's history, one kind of event: newest first
create index on $schema.audit_entries (actor_id, position desc);
create index on $schema.audit_entries (subject_id, position desc);
create index on $schema.audit_entries (aggregate_id, position desc);
create index on $schema.audit_entries (type, position desc);
-- words in sentences
-- (quotation marks are taken off: in the C locale they would count as letters)
create index on $schema.audit_entries using gin (to_tsvector('simple', translate(sentence, '“”…', '   ')));
