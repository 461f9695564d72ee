create table $schema.projects (
    project_id  uuid primary key,
    owner_id    uuid        not null,
    name        text,
    description text,
    version     bigint      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    deleted     boolean     not null
);

-- a user's projects, newest first
create index on $schema.projects (owner_id, project_id desc);
