import { Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { connectionList } from '~/connections/queries';
import { may, nameOf, useMe } from '~/identity/me';
import { api, body } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import classes from './dashboard.module.css';
import { Figures } from './figures';
import { ActivityPanel, ConnectionsPanel, RecentPanel } from './panels';
import { PerDay } from './per-day';
import { ServiceChoice } from './service-choice';

const t = texts.dashboard;

const figures = queryOptions({
  queryKey: ['dashboard'],
  queryFn: () => body(api.GET('/api/dashboard')),
});

export function DashboardPage() {
  const me = useMe();
  const first = nameOf(me).split(/[\s@]/)[0] ?? '';
  const connections = useQuery(connectionList);
  const { data, error, refetch } = useQuery(figures);
  const failure = error ?? connections.error;

  if (connections.data?.items.length === 0 && may(me, 'connections:use')) return <ServiceChoice />;
  return (
    <>
      <PageHead title={t.greeting(first)} lead={t.lead} tab={texts.app.pages.dashboard}>
        {may(me, 'runs:use') && <ButtonLink to="/dashboard/ask">{t.ask}</ButtonLink>}
      </PageHead>
      {failure && (
        <Fault cause={failure} retry={() => void Promise.all([refetch(), connections.refetch()])} />
      )}
      {data && connections.data ? (
        <>
          <Figures data={data} />
          <div className={classes.grid}>
            <div className={classes.column}>
              <PerDay perDay={data.perDay} />
              <RecentPanel runs={data.recentRuns} />
            </div>
            <div className={classes.column}>
              <ConnectionsPanel connections={connections.data.items} />
              <ActivityPanel />
            </div>
          </div>
        </>
      ) : (
        !failure && <DashboardToCome />
      )}
    </>
  );
}

function DashboardToCome() {
  return (
    <div aria-hidden="true">
      <Skeleton height={104} radius="lg" mb={20} />
      <div className={classes.grid}>
        <Skeleton height={260} radius="lg" />
        <Skeleton height={260} radius="lg" />
        <Skeleton height={320} radius="lg" />
        <Skeleton height={320} radius="lg" />
      </div>
    </div>
  );
}
