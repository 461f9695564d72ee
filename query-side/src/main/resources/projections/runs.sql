create table $schema.runs (
    run_id          uuid primary key,
    asker_id        uuid        not null,
    connection_id   uuid        not null,
    project_id      uuid,
    question        text,
    model           text        not null,
    status          text        not null,
    statement       text,
    answer          text,
    chart           text,
    error           text,
    rows            bigint,
    asked_at        timestamptz not null,
    finished_at     timestamptz,
    duration_millis bigint
);

-- a user's questions, newest first
create index on $schema.runs (asker_id, run_id desc);
-- the few that are not finished
create index on $schema.runs (run_id) where status = 'RUNNING';
