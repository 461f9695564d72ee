import { SegmentedControl, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import dashboard from '~/dashboard/dashboard.module.css';
import { type Figure, FigureList } from '~/dashboard/figure-list';
import type { Overview } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { bytes, count } from '~/shared/texts/format';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { Bars } from './bars';
import { Health } from './health';
import { Growth, Lag, Sessions } from './lines';
import { OnlyFor } from './only-for';
import { overview } from './queries';

const t = texts.administration.overview;
const SPANS = [2, 30, 90] as const;
const here = getRouteApi('/inside/admin/overview');

export function OverviewPage() {
  return (
    <OnlyFor permission="overview:read">
      <Whole />
    </OnlyFor>
  );
}

function Whole() {
  const { days = 30 } = here.useSearch();
  const navigate = here.useNavigate();
  const { data, error, refetch } = useQuery({ ...overview(days), placeholderData: keepPreviousData });
  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <SegmentedControl
          aria-label={t.span}
          value={String(days)}
          onChange={(value) => void navigate({ search: { days: Number(value) }, replace: true })}
          data={SPANS.map((span) => ({ value: String(span), label: t.spans[span] }))}
        />
      </PageHead>
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {data ? <Charts data={data} /> : !error && <Skeleton height={520} radius="lg" />}
    </>
  );
}

function Charts({ data }: { data: Overview }) {
  const series = (measure: string) => data.series.find((one) => one.measure === measure);
  const bars = (title: string, colour: number, measure: string, failed?: string, apart = false) => (
    <Bars
      title={title}
      colour={colour}
      period={data.period}
      series={series(measure)}
      failed={failed ? series(failed) : undefined}
      apart={apart}
    />
  );
  return (
    <>
      <Figures data={data} />
      <div className={dashboard.grid}>
        <div className={dashboard.column}>
          {bars(t.signIns, 1, 'sign-ins', 'refused-sign-ins', true)}
          <Sessions period={data.period} series={data.sessions} />
          {bars(t.questions, 3, 'questions', 'failed-questions')}
          {bars(t.toolCalls, 5, 'tool-calls', 'failed-tool-calls')}
          {bars(t.lostConnections, 2, 'lost-connections')}
        </div>
        <div className={dashboard.column}>
          <Health dependencies={data.health} />
          <Growth
            period={data.period}
            before={data.figures.events - (series('events')?.total ?? 0)}
            series={series('events')}
          />
          <Lag lag={data.lag} />
          {bars(t.registrations, 4, 'registrations')}
        </div>
      </div>
    </>
  );
}

function Figures({ data: { figures } }: { data: Overview }) {
  const devices = figures.devices
    .map(({ device, sessions }) => t.devices[device]?.(count(sessions)) ?? `${count(sessions)} ${device}`)
    .join(', ');
  const all: Figure[] = [
    [t.figures.people, count(figures.people)],
    [t.figures.sessions, count(figures.activeSessions), devices],
    [t.figures.events, count(figures.events)],
    [t.figures.log, bytes(figures.logBytes)],
    [t.figures.database, bytes(figures.databaseBytes)],
  ];
  return <FigureList figures={all} />;
}
