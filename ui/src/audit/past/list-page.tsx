import { Button, SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { OnlyFor } from '~/administration/only-for';
import { texts } from '~/shared/texts/en';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { Banner } from './banner';
import classes from './list.module.css';
import { MomentField } from './moment-field';
import { KINDS, type Kind, type ListSearch } from './past-search';
import { PastTable } from './past-table';
import { pastList } from './queries';

const t = texts.past;
const here = getRouteApi('/inside/admin/past');
const HOUR = 3_600_000;
const QUICK = [
  [t.quick.hour, HOUR],
  [t.quick.day, 24 * HOUR],
  [t.quick.week, 7 * 24 * HOUR],
  [t.quick.month, 30 * 24 * HOUR],
] as const;

/** Whole lists as of a moment, for administrators: who had access then. */
export function PastListPage() {
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const change = (next: ListSearch, takesPlace = false) =>
    void navigate({ search: next, replace: takesPlace, resetScroll: false });
  return (
    <OnlyFor permission="audit:read">
      <PageHead title={t.listTitle} lead={t.listLead} />
      <Choice search={search} change={change} />
      <List kind={search.kind ?? 'users'} search={search} change={change} />
    </OnlyFor>
  );
}

type ChoiceProps = { search: ListSearch; change: (next: ListSearch, takesPlace?: boolean) => void };

function Choice({ search, change }: ChoiceProps) {
  const moment = useInfiniteQuery(pastList(search.kind ?? 'users', search)).data?.pages[0]?.moment;
  return (
    <div className={classes.choice}>
      <div className={classes.kinds}>
        <SegmentedControl
          aria-label={t.kind}
          classNames={{ label: classes.kind }}
          value={search.kind ?? 'users'}
          onChange={(kind) => change({ ...search, kind: kind as Kind })}
          data={KINDS.map((kind) => ({ value: kind, label: t.lists[kind] }))}
        />
      </div>
      <MomentField
        label={t.moment}
        at={typeof search.at === 'number' ? moment?.at : search.at}
        choose={(at, takesPlace) => change({ ...search, at }, takesPlace)}
      />
      <div className={classes.quick}>
        <Button variant="default" onClick={() => change({ ...search, at: undefined })}>
          {t.quick.now}
        </Button>
        {QUICK.map(([label, before]) => (
          <Button
            key={label}
            variant="default"
            onClick={() => change({ ...search, at: new Date(Date.now() - before).toISOString() })}
          >
            {label}
          </Button>
        ))}
      </div>
      <Switch
        className={classes.ended}
        label={t.ended}
        checked={search.ended ?? false}
        onChange={(event) => change({ ...search, ended: event.currentTarget.checked || undefined })}
      />
    </div>
  );
}

function List({ kind, search, change }: ChoiceProps & { kind: Kind }) {
  const list = useInfiniteQuery(pastList(kind, search));
  const moment = list.data?.pages[0]?.moment;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <Fault cause={list.error} retry={() => void list.refetch()} />;
  if (!moment) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  return (
    <>
      {search.at && <Banner moment={moment} />}
      {items.length > 0 && <PastTable kind={kind} items={items} moment={moment} isPast={!!search.at} />}
      {items.length === 0 && !list.hasNextPage && (
        <Empty title={t.empty} detail={search.ended ? t.emptyDetail : t.emptyEnded}>
          {search.at && (
            <Button variant="default" onClick={() => change({ ...search, at: undefined })}>
              {t.backToNow}
            </Button>
          )}
        </Empty>
      )}
      {list.hasNextPage && (
        <div className={classes.end}>
          {items.length === 0 && <p>{t.searching}</p>}
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {texts.common.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}
