import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ChartKind } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import { kindsFor, pointsOf } from './chart';
import type { ResultChart as Chart, ResultTable } from './parts';
import classes from './run-view.module.css';

const Drawing = lazy(() => import('./drawing'));
const t = texts.assistant;

type Props = { chart: Chart; table: ResultTable };

/** The chart that suits the rows, or another one if a person prefers. */
export function ResultChart({ chart, table }: Props) {
  const [chosen, choose] = useState<ChartKind | null>(null);
  const kinds = kindsFor(chart, table);
  if (kinds.length === 0) return null;
  const kind = chosen ?? (kinds.includes(chart.kind) ? chart.kind : 'bar');
  const { points, cut } = pointsOf(chart, table);
  const title = chart.title || t.chartOf(chart.y.join(', '), chart.x);
  return (
    <section className={classes.part} aria-label={t.chart}>
      <div className={classes.partHead}>
        <h3>{title}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t.chart}
          value={kind}
          onChange={(value) => choose(value as ChartKind)}
          data={kinds.map((value) => ({ value, label: t.chartKinds[value] }))}
        />
      </div>
      {kind !== 'none' && (
        <Suspense fallback={<Skeleton height={300} />}>
          <Drawing kind={kind} points={points} names={chart.y} title={title} />
        </Suspense>
      )}
      {kind !== 'none' && cut && (
        <Text size="xs" c="dimmed">
          {t.chartCut(count(points.length))}
        </Text>
      )}
    </section>
  );
}
