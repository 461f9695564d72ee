-- Up to where retirements of details were not signed: all that there are when this runs; none in a log that begins with it.
alter table log_retirement add column unsigned_up_to bigint not null default 0;
update log_retirement set unsigned_up_to = (select coalesce(max(global_index), 0) from domain_event
                                            where payload_type = 'audit.DetailsRetired');

-- whoever retires compares what goes with what was chained in its place
create index log_block_position on log_block (last_position);
