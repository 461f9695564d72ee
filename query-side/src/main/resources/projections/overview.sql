create table $schema.hour_counts (
    count_id uuid primary key,
    hour     timestamptz not null,
    measure  text        not null,
    count    bigint      not null
);

-- the newest hours
create index on $schema.hour_counts (hour);
