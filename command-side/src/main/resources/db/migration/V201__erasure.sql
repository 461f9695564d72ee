-- Whose a mail is, so that it goes when its recipient is erased. Mails from before this column do not say; nothing was
-- released that could have written them, and mails are kept for some days only.
delete from outbox;
alter table outbox add person_id uuid not null;

-- serves the erasure of a person
create index outbox_person on outbox (person_id);

-- Erasures: where each one stands. A row names a person by an identifier of which nothing else is left when it is done.
create table erasure (
    person_id    uuid        primary key,
    correlation  uuid        not null,
    cause        uuid        not null,
    step         text        not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    attempts     integer     not null default 0,
    error        text
);

-- serves whoever goes on with them
create index erasure_unfinished on erasure (requested_at) where finished_at is null;
