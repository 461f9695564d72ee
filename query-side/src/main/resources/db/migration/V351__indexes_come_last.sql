-- A rebuilt generation gets its indexes once its rows are there.
alter table projection_generation add column indexed boolean not null default true;
