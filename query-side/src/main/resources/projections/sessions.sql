create table $schema.sessions (
    session_id       uuid primary key,
    user_id          uuid        not null,
    device           text,
    browser          text,
    operating_system text,
    address          text,
    created_at       timestamptz not null,
    last_seen_at     timestamptz not null,
    expires_at       timestamptz not null,
    ended_at         timestamptz,
    end_reason       text
);

-- a user's sessions, newest first (identifiers sort by time)
create index on $schema.sessions (user_id, session_id desc);
-- those that are alive, and when others stopped being so
create index on $schema.sessions (least(ended_at, expires_at));
