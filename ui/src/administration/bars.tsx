import { Tooltip } from '@mantine/core';
import type { Series } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import classes from './overview.module.css';
import { Axis, type Period, periodName } from './periods';

const t = texts.administration.overview;

type Props = {
  title: string;
  colour: number;
  period: Period;
  series: Series | undefined;
  failed?: Series;
};

/** How often something happened, period by period; what failed of it stands on top in the colour of a fault. */
export function Bars({ title, colour, period, series, failed }: Props) {
  const points = series?.points ?? [];
  const failures = failed?.points ?? [];
  const heights = points.map(({ count: n }, index) => n + (failures[index]?.count ?? 0));
  const most = Math.max(...heights, 1);
  const summary = t.summary(count(series?.total ?? 0), failed && count(failed.total));
  return (
    <section className={card.card} aria-label={title}>
      <div className={card.head}>
        <h2 className={card.title}>{title}</h2>
        <span className={classes.note}>{summary}</span>
      </div>
      <div className={classes.bars} role="img" aria-label={`${title}: ${summary}`}>
        {points.map(({ at, count: n }, index) => (
          <Tooltip
            key={at}
            openDelay={0}
            label={`${periodName(at, period)}: ${t.summary(count(n), failed && count(failures[index]?.count ?? 0))}`}
          >
            <div data-none={heights[index] === 0 || undefined}>
              {failed && <span data-failed style={{ height: share(failures[index]?.count ?? 0, most) }} />}
              <span
                style={{ height: share(n, most), background: n > 0 ? `var(--chart-${colour})` : undefined }}
              />
            </div>
          </Tooltip>
        ))}
      </div>
      <Axis points={points} period={period} />
    </section>
  );
}

const share = (n: number, most: number) => `${(n / most) * 100}%`;
