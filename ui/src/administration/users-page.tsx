import { Badge, Button, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '~/identity/me';
import type { Person } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import card from '~/shared/ui/card.module.css';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { PastLink } from '~/shared/ui/past-link';
import { ErasePerson, nameOfPerson } from './erase-person';
import { Erasures } from './erasures';
import { OnlyFor } from './only-for';
import { peoplePages } from './queries';
import classes from './users.module.css';

const t = texts.administration.users;
const here = getRouteApi('/inside/admin/users');

export function UsersPage() {
  return (
    <OnlyFor permission="users:manage">
      <Users />
    </OnlyFor>
  );
}

function Users() {
  const { q = '' } = here.useSearch();
  const navigate = here.useNavigate();
  const search = useDebouncedCallback((text: string) => {
    void navigate({ search: { q: text.trim() || undefined }, replace: true });
  }, 250);
  const people = useInfiniteQuery(peoplePages(q));
  const [chosen, choose] = useState<Person | null>(null);
  const found = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <TextInput
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<Search size={16} aria-hidden="true" />}
        defaultValue={q}
        onChange={(event) => search(event.currentTarget.value)}
        mb="md"
        data-search
      />
      {people.error && <Fault cause={people.error} retry={() => void people.refetch()} />}
      {people.isPending && <Skeleton height={320} radius="lg" />}
      {people.data && found.length === 0 && <Empty title={t.none} detail={t.noneDetail} />}
      {found.length > 0 && (
        <ul className={`${card.card} ${card.rows}`}>
          {found.map((person) => (
            <Line key={person.id} person={person} erase={() => choose(person)} />
          ))}
        </ul>
      )}
      {people.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {texts.common.loadMore}
        </Button>
      )}
      <Erasures />
      {chosen && <ErasePerson person={chosen} close={() => choose(null)} />}
    </>
  );
}

function Line({ person, erase }: { person: Person; erase: () => void }) {
  const own = useMe().id === person.id;
  const name = nameOfPerson(person);
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <p className={classes.name}>
          {name}
          {own && (
            <Badge variant="light" size="sm" tt="none">
              {t.you}
            </Badge>
          )}
          {person.role !== 'user' && (
            <Badge variant="light" color="gray" size="sm" tt="none">
              {texts.identity.roles[person.role]}
            </Badge>
          )}
        </p>
        <p className={classes.detail}>
          {person.email && person.email !== name && <span>{person.email}</span>}
          {person.username && person.username !== name && <span>{person.username}</span>}
          {!person.emailVerified && <span>{t.unverified}</span>}
          <span>
            {t.since} <Ago time={person.createdAt} />
          </span>
          <Link
            to="/dashboard/history"
            search={{ scope: 'all', actor: person.id }}
            aria-label={t.activityOf(name)}
          >
            {t.activity}
          </Link>
          <Link
            to="/dashboard/history"
            search={{ scope: 'all', subject: person.id }}
            aria-label={t.concerningNamed(name)}
          >
            {t.concerning}
          </Link>
        </p>
      </div>
      <PastLink kind="users" id={person.id} name={name} />
      {!own && (
        <Button size="xs" fz="sm" variant="default" onClick={erase} aria-label={t.eraseNamed(name)}>
          {t.erase}
        </Button>
      )}
    </li>
  );
}
