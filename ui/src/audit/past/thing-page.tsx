import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Moment } from '~/shared/api/models';
import { asProblem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { Banner } from './banner';
import { CompareWith } from './compare-with';
import { Comparison } from './comparison';
import { MomentField } from './moment-field';
import classes from './past.module.css';
import type { PastSearch } from './past-search';
import { pastThing } from './queries';
import { ThingState } from './thing-state';
import { Timeline } from './timeline';
import { nameOfState } from './value';

const t = texts.past;
const here = getRouteApi('/inside/dashboard/history/$kind/$id');

/** One thing at any moment of its life; the moment stands in the URL. */
export function ThingPage() {
  const { kind, id } = here.useParams();
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const { data, error, isPending, refetch } = useQuery(pastThing(kind, id, search));
  const change = (next: PastSearch, takesPlace = false) =>
    void navigate({ search: next, replace: takesPlace, resetScroll: false });
  const go = (position: number, takesPlace = false) => change({ ...search, at: position }, takesPlace);
  const kinds: Record<string, string | undefined> = t.kinds;
  const erased = kind === 'users' && data?.owner.name === null;
  const title = !data || error ? t.title : erased ? t.erased : nameOfState(data.state, data.id);

  return (
    <>
      <PageHead title={title} lead={kinds[kind] ?? kind} tab={`${title} · ${t.title}`}>
        <div className={classes.choice}>
          <MomentField
            label={t.moment}
            at={typeof search.at === 'number' ? data?.moment.at : search.at}
            choose={(at, takesPlace) => change({ ...search, at }, takesPlace)}
          />
          {data && !error && <CompareWith thing={data} search={search} change={change} />}
        </div>
      </PageHead>
      {data && !error && search.at && <Banner moment={data.moment} />}
      {error && <Missing cause={error} go={go} retry={() => void refetch()} />}
      {isPending && <ToCome />}
      {data && !error && (
        <div className={classes.page}>
          <Timeline thing={data} go={go} />
          <div className={classes.beside}>
            {search.against && data.comparison && <Comparison comparison={data.comparison} />}
            <ThingState thing={data} isPast={search.at !== undefined} erased={erased} />
          </div>
        </div>
      )}
    </>
  );
}

type MissingProps = { cause: unknown; go: (position: number) => void; retry: () => void };

function Missing({ cause, go, retry }: MissingProps) {
  const problem = asProblem(cause);
  const begin = problem.facts.begin as Moment | undefined;
  if (problem.slug !== 'not-there-yet' || !begin) return <Fault cause={cause} retry={retry} />;
  return (
    <Empty title={t.notYet} detail={t.notYetDetail}>
      <Button onClick={() => go(begin.position)}>{t.toBeginning}</Button>
    </Empty>
  );
}

function ToCome() {
  return (
    <div className={classes.page} aria-hidden="true">
      <Skeleton height={320} radius="lg" />
      <Skeleton height={320} radius="lg" />
    </div>
  );
}
