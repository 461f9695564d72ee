create table $schema.question_counts (
    count_id  uuid primary key,
    user_id   uuid   not null,
    day       date   not null,
    questions bigint not null,
    failed    bigint not null
);

-- a user's days, newest first
create index on $schema.question_counts (user_id, day desc);
