-- Whose a secret is, so that none stays behind when its owner is erased, not even one whose connection was never recorded.
-- (Secrets from before this column are removed with their connections.)
alter table vault add person_id uuid;

-- serves the erasure of a person
create index vault_person on vault (person_id);
