create table $schema.history_filters (
    filter_id uuid primary key,
    owner_id  uuid        not null,
    name      text,
    filter    text,
    saved_at  timestamptz not null
);

-- a person's kept searches
create index on $schema.history_filters (owner_id);
