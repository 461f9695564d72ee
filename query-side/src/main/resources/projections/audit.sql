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
    -- what the sentence will be once the person whom it is about is erased, where that is another one
    impersonal     text,
    command        text,
    correlation_id uuid,
    causation_id   uuid,
    primary key (position)
);

-- Each list is read newest first along one of these, whatever else restricts it (see decision 56).
-- where a span of time begins and ends: to 128 positions, which the times of the entries narrow
create index on $schema.audit_entries (at) where (position & 127) = 0;
-- one person's trail, all of it (kind by kind) or one kind of it
create index on $schema.audit_entries (actor_id, type, position);
-- what concerned somebody who did not do it
create index on $schema.audit_entries (subject_id, position) where subject_id is distinct from actor_id;
-- one kind of event, one thing, one session, one address
create index on $schema.audit_entries (type, position);
create index on $schema.audit_entries (aggregate_id, position);
create index on $schema.audit_entries (session_id, position);
create index on $schema.audit_entries (address, position);
-- causes and effects: they share their request
create index on $schema.audit_entries (correlation_id, position);
-- Words in sentences; the sheet of 131,072 positions that an entry stands on, so that the newest can be
-- looked through before all; and who acted and whom it concerned, since a word may be in their names.
-- (quotation marks are taken off: in the C locale they would count as letters)
create index on $schema.audit_entries using gin ((
    to_tsvector('simple', translate(sentence, '“”…', '   ')) || array_to_tsvector(array_remove(array[
        '#' || (position >> 17)::text, '@' || actor_id::text, '@' || subject_id::text, '@' || nullif(actor_kind, 'user')
    ], null))
));
