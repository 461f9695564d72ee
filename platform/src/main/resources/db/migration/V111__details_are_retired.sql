-- How far details were retired, and how much left the log so far. What left is in the events audit.DetailsRetired.
create table log_retirement (
    position bigint  not null, -- up to which the log was gone through
    kinds    text[]  not null, -- the events that counted as details then
    events   bigint  not null,
    bytes    bigint  not null,
    one      boolean primary key default true check (one)
);
insert into log_retirement (position, kinds, events, bytes) values (0, '{}', 0, 0);

-- what verifying needs before it begins: which positions were retired
create index domain_event_retirement on domain_event (global_index) where payload_type = 'audit.DetailsRetired';

-- the room of what was retired is used again before a fifth of a large log is such room
alter table domain_event set (autovacuum_vacuum_scale_factor = 0.02);
