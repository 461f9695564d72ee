create table $schema.users (
    user_id             uuid primary key,
    email               text,
    full_name           text,
    username            text,
    role                text        not null,
    email_verified      boolean     not null,
    created_at          timestamptz not null,
    selected_connection uuid
);

-- finding the administrators
create index on $schema.users (role);
-- people by the beginnings of their names
create index on $schema.users using gin (
    to_tsvector('simple', coalesce(full_name, '') || ' ' || coalesce(username, '') || ' ' || coalesce(email, ''))
);
