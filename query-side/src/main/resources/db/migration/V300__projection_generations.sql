-- Where the live read models are seen, whichever generation they are of.
create schema read;

-- A generation is one set of tables of a projection (schema p_<projection>_<generation>) and its own event processor.
create table projection_generation (
    projection  text        not null,
    generation  integer     not null,
    state       text        not null check (state in ('building', 'live', 'old')),
    fingerprint text        not null,
    started_at  timestamptz not null default now(),
    live_since  timestamptz,
    primary key (projection, generation)
);

-- at most one live and one building generation of each projection
create unique index projection_generation_live on projection_generation (projection) where state = 'live';
create unique index projection_generation_building on projection_generation (projection) where state = 'building';
