import { Tooltip } from '@mantine/core';
import type { Series } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import classes from './overview.module.css';
import { Axis, type Period, periodName } from './periods';
import { NONE, type Tries, triesOf } from './tries';

const t = texts.administration.overview;

type Props = {
  title: string;
  colour: number;
  period: Period;
  series: Series | undefined;
  failed?: Series;
  /** Whether what failed is not among the others, as a sign-in that was refused is none. */
  apart?: boolean;
};

/** How often something happened, period by period; what failed of it stands on top in the colour of a fault. */
export function Bars({ title, colour, period, series, failed, apart = false }: Props) {
  const points = series?.points ?? [];
  const tried = points.map((point, index) => triesOf(point.count, failed?.points[index]?.count ?? 0, apart));
  const most = Math.max(...tried.map(({ all }) => all), 1);
  const whole = triesOf(series?.total ?? 0, failed?.total ?? 0, apart);
  const summary = t.summary(count(whole.all), failed && count(whole.failed));
  return (
    <section className={card.card} aria-label={title}>
      <div className={card.head}>
        <h2 className={card.title}>{title}</h2>
        <span className={classes.note}>{summary}</span>
      </div>
      <div className={classes.bars} role="img" aria-label={`${title}: ${summary}`}>
        {points.map(({ at }, index) => (
          <Bar
            key={at}
            name={periodName(at, period)}
            tries={tried[index] ?? NONE}
            most={most}
            colour={colour}
            fails={failed !== undefined}
          />
        ))}
      </div>
      <Axis points={points} period={period} />
    </section>
  );
}

type BarProps = { name: string; tries: Tries; most: number; colour: number; fails: boolean };

function Bar({ name, tries: { all, failed, well }, most, colour, fails }: BarProps) {
  return (
    <Tooltip openDelay={0} label={`${name}: ${t.summary(count(all), fails ? count(failed) : undefined)}`}>
      <div data-none={all === 0 || undefined}>
        {fails && <span data-failed style={{ height: share(failed, most) }} />}
        <span
          style={{ height: share(well, most), background: well > 0 ? `var(--chart-${colour})` : undefined }}
        />
      </div>
    </Tooltip>
  );
}

const share = (n: number, most: number) => `${(n / most) * 100}%`;
