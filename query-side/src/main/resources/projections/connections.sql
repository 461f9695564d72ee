create table $schema.connections (
    connection_id  uuid primary key,
    owner_id       uuid        not null,
    name           text,
    kind           text        not null,
    status         text        not null,
    reason         text,
    last_worked_at timestamptz,
    server         text,
    secret_ref     uuid        not null,
    created_at     timestamptz not null
);

-- a user's connections, oldest first
create index on $schema.connections (owner_id, connection_id);

create table $schema.selected_connections (
    owner_id      uuid primary key,
    connection_id uuid not null
);
