import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dashboard from '~/dashboard/dashboard.module.css';
import { type Figure, FigureList } from '~/dashboard/figure-list';
import type { LogFigures } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { bytes, count } from '~/shared/texts/format';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { KeepDetails } from './keep-details';
import { Growth } from './lines';
import { OnlyFor } from './only-for';
import { logFigures, overview } from './queries';
import { Retirements } from './retirements';
import { KindSizes, TableSizes } from './sizes';

const t = texts.administration.growth;
const LOG = 'domain_event';

export function GrowthPage() {
  return (
    <OnlyFor permission="overview:read">
      <Whole />
    </OnlyFor>
  );
}

function Whole() {
  const { data, error, refetch } = useQuery(logFigures);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {data ? <Sizes data={data} /> : !error && <Skeleton height={520} radius="lg" />}
    </>
  );
}

function Sizes({ data }: { data: LogFigures }) {
  return (
    <>
      <Figures data={data} />
      <div className={dashboard.grid}>
        <div className={dashboard.column}>
          <KindSizes data={data} />
          <TableSizes relations={data.relations} />
        </div>
        <div className={dashboard.column}>
          <Grown />
          <KeepDetails days={data.keepDays} />
          <Retirements retirements={data.retirements} />
        </div>
      </div>
    </>
  );
}

function Grown() {
  const { data } = useQuery(overview(30));
  const series = data?.series.find(({ measure }) => measure === 'events');
  if (!data) return <Skeleton height={220} radius="lg" />;
  return <Growth period={data.period} before={data.figures.events - (series?.total ?? 0)} series={series} />;
}

function Figures({ data }: { data: LogFigures }) {
  const log = data.relations.find(({ name }) => name === LOG);
  const figures: Figure[] = [
    [t.figures.events, count(data.events)],
    [t.figures.log, bytes(log?.bytes ?? 0)],
    [t.figures.indexes, bytes(log?.indexBytes ?? 0)],
    [t.figures.retired, count(data.retiredEvents), bytes(data.retiredBytes)],
  ];
  return <FigureList figures={figures} />;
}
