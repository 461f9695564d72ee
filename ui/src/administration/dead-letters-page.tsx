import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeadLetter } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { DeadLetterLine } from './dead-letter-line';
import classes from './dead-letters.module.css';
import { groupName } from './group-name';
import { OnlyFor } from './only-for';
import { deadLetterPages } from './queries';
import { SkipDeadLetter } from './skip-dead-letter';

const t = texts.administration.deadLetters;
const here = getRouteApi('/inside/admin/dead-letters');

export function DeadLettersPage() {
  return (
    <OnlyFor permission="projections:manage">
      <DeadLetters />
    </OnlyFor>
  );
}

function DeadLetters() {
  const { group } = here.useSearch();
  const letters = useInfiniteQuery(deadLetterPages(group));
  const found = letters.data?.pages.flatMap(({ items }) => items) ?? [];
  const [skipping, skip] = useState<DeadLetter | null>(null);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {group && (
        <p className={classes.only}>
          {t.only(groupName(group))}{' '}
          <Link to="/admin/dead-letters" search={{}}>
            {t.all}
          </Link>
        </p>
      )}
      {letters.error && <Fault cause={letters.error} retry={() => void letters.refetch()} />}
      {letters.isPending && <Skeleton height={200} radius="lg" />}
      {letters.data && found.length === 0 && (
        <Empty title={t.none} detail={group ? undefined : t.noneDetail} />
      )}
      {found.length > 0 && (
        <ul className={`${card.card} ${card.rows}`}>
          {found.map((letter) => (
            <DeadLetterLine key={letter.group + letter.eventId} letter={letter} skip={() => skip(letter)} />
          ))}
        </ul>
      )}
      {letters.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={letters.isFetchingNextPage}
          onClick={() => void letters.fetchNextPage()}
        >
          {texts.common.loadMore}
        </Button>
      )}
      {skipping && <SkipDeadLetter letter={skipping} close={() => skip(null)} />}
    </>
  );
}
