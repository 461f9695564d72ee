-- Dropped generations stay known by number: no number is used twice, and neither is a token.
alter table projection_generation drop constraint projection_generation_state_check;
alter table projection_generation
    add constraint projection_generation_state_check check (state in ('building', 'live', 'old', 'dropped')),
    -- why it was built: as the first one, on request, because its tables are declared differently, or as a return
    add column cause      text    not null default 'requested' check (cause in ('first', 'requested', 'declared', 'returned')),
    add column paused     boolean not null default false,
    -- an administrator wants it although it differs from the live one
    add column accepted   boolean not null default false,
    add column comparison jsonb;

-- Events that a generation could not take in, and those of the same thing behind them. The event itself stays in the log.
create table dead_letter (
    processor text        not null,
    position  bigint      not null,
    sequence  uuid        not null,
    event_id  uuid        not null,
    type      text        not null,
    -- what kept it from being taken in; absent for those that only wait behind another
    error     text,
    attempts  integer     not null default 0,
    parked_at timestamptz not null default now(),
    tried_at  timestamptz not null default now(),
    primary key (processor, position)
);

-- the parked events of one thing, in their order
create index dead_letter_sequence on dead_letter (processor, sequence, position);
