import { Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '~/shared/api/client';
import type { Page, Projection } from '~/shared/api/models';
import { followTogether } from '~/shared/live/follow-together';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import { Ask } from '~/shared/ui/ask';
import card from '~/shared/ui/card.module.css';
import { sayDone } from '~/shared/ui/done';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { OnlyFor } from './only-for';
import { ProjectionRow } from './projection-row';
import classes from './projections.module.css';
import { projectionList } from './queries';

const t = texts.administration.projections;

export function ProjectionsPage() {
  return (
    <OnlyFor permission="projections:manage">
      <Projections />
    </OnlyFor>
  );
}

function Projections() {
  const { data, error, refetch, isPending } = useQuery(projectionList);
  const [chosen, choose] = useState<Projection | null>(null);
  useProgress();
  const head = Math.max(0, ...(data?.items.map((projection) => projection.head) ?? []));

  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        {data && (
          <Text c="dimmed" size="sm">
            {t.head}{' '}
            <Text span c="var(--ink)" className="mono">
              {count(head)}
            </Text>
          </Text>
        )}
      </PageHead>
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {isPending && <Skeleton height={320} radius="lg" />}
      {data?.items.length === 0 && <Empty title={t.none} />}
      {data && data.items.length > 0 && (
        <div className={`${card.card} ${classes.list}`}>
          <table>
            <thead>
              <tr>
                <th>{t.name}</th>
                <th>{t.status}</th>
                <th data-number>{t.position}</th>
                <th data-number>{t.lag}</th>
                <th>
                  <span className={classes.hidden}>{t.rebuild}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {byName(data.items).map((projection) => (
                <ProjectionRow
                  key={projection.name}
                  projection={projection}
                  rebuild={() => choose(projection)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen && <Rebuild projection={chosen} close={() => choose(null)} />}
    </>
  );
}

const byName = (items: Projection[]) => items.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Follows the progress for as long as the page is open; a reload finds it where it is. */
function useProgress() {
  const queries = useQueryClient();
  useEffect(
    () =>
      followTogether('/api/admin/projections/progress', {
        onEvent: ({ event, data }) => {
          if (event !== 'progress') return;
          const { items } = JSON.parse(data) as { items: Projection[] };
          queries.setQueryData<Page<Projection>>(projectionList.queryKey, { items, nextCursor: null });
        },
      }),
    [queries],
  );
}

function Rebuild({ projection: { name, head }, close }: { projection: Projection; close: () => void }) {
  const queries = useQueryClient();
  const rebuild = useMutation({
    mutationFn: () => api.POST('/api/admin/projections/{name}/rebuild', { params: { path: { name } } }),
    onSuccess: async () => {
      sayDone(t.started(name));
      close();
      await queries.invalidateQueries({ queryKey: projectionList.queryKey });
    },
  });
  return (
    <Ask
      title={t.sureTitle(name)}
      act={t.rebuild}
      onAct={() => rebuild.mutate()}
      close={close}
      busy={rebuild.isPending}
      failed={rebuild.error}
    >
      <Text>{t.sure(count(head))}</Text>
    </Ask>
  );
}
