-- When the log was read (up to where) and when the indexes stood: what the next rebuild is likely to take.
alter table projection_generation
    add column read_at    timestamptz,
    add column read_up_to bigint,
    add column indexed_at timestamptz;
