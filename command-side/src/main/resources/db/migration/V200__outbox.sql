-- Mails, each caused by one event whose identifier it bears: so one event never makes two.
-- Recipient, subject and body are sealed with a key of the installation; rows are deleted after a while (ADR 0024).
create table outbox (
    id           uuid        primary key,
    sealed       bytea       not null,
    status       text        not null check (status in ('KEPT', 'WAITING', 'SENDING', 'SENT', 'FAILED')),
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    sent_at      timestamptz,
    attempts     integer     not null default 0,
    error        text
);

-- serves the sender, which looks for what is due
create index outbox_due on outbox (due_at) where status in ('WAITING', 'SENDING');
-- serves the administrator's list and the clean-up
create index outbox_newest on outbox (created_at desc, id desc);
