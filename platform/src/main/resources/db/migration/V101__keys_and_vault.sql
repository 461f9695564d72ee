-- The key of each person, wrapped; a row without a key is the tombstone of one that was destroyed.
create table personal_key (
    person_id    uuid primary key,
    key          bytea,
    destroyed_at timestamptz
);

-- Secrets that are never in an event.
create table vault (
    ref         uuid primary key,
    wrapped_key bytea not null,
    secret      bytea not null,
    stored_at   timestamptz not null default now()
);
