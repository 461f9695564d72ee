-- The chain was a link for each event (V100). A Merkle tree in blocks takes its place; it is made anew from the log.
drop table log_chain;

-- Entries of the chain: the hashes of the next few events, and the root of the tree with them.
create table log_block (
    size           bigint   primary key, -- of the tree with this block
    first_position bigint   not null,
    last_position  bigint   not null,
    gaps           bigint[] not null,    -- positions between them without an event
    leaves         bytea    not null,
    root           bytea    not null
);
alter table log_block alter column leaves set storage external; -- hashes cannot be compressed

-- Where the chain ends: its complete subtrees, from which it goes on.
create table log_frontier (
    size          bigint  not null,
    last_position bigint  not null,
    nodes         bytea   not null,
    one           boolean primary key default true check (one)
);
insert into log_frontier (size, last_position, nodes) values (0, 0, '');

-- The name of this log, which its checkpoints begin with.
create table log_identity (
    log_id uuid    not null default gen_random_uuid(),
    one    boolean primary key default true check (one)
);
insert into log_identity default values;

-- Keys that sign checkpoints; the private half is wrapped by the master key, and forgotten when the key is retired.
create table checkpoint_key (
    public_key  bytea       primary key,
    private_key bytea,
    created_at  timestamptz not null,
    retired_at  timestamptz
);

-- Checkpoints that were signed, as signed notes.
create table log_checkpoint (
    size     bigint      primary key,
    position bigint      not null,
    taken_at timestamptz not null,
    note     text        not null
);
