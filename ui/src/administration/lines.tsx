import type { LagPoint, Series } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count, timeOfDay } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import classes from './overview.module.css';
import { pathOf, running } from './path';
import { Axis, type Period } from './periods';

const t = texts.administration.overview;

type GrowthProps = { period: Period; before: number; series: Series | undefined };

/** How the log grew: every event there is, at the end of each period. */
export function Growth({ period, before, series }: GrowthProps) {
  const points = series?.points ?? [];
  const totals = running(
    points.map(({ count: n }) => n),
    before,
  );
  const note = t.grown(count(series?.total ?? 0));
  return (
    <section className={card.card} aria-label={t.growth}>
      <div className={card.head}>
        <h2 className={card.title}>{t.growth}</h2>
        <span className={classes.note}>{note}</span>
      </div>
      <Line values={totals} floor={before} label={`${t.growth}: ${note}`} />
      <Axis points={points} period={period} />
    </section>
  );
}

/** How many sessions were alive at the end of each period. */
export function Sessions({ period, series: { points, total } }: { period: Period; series: Series }) {
  const values = points.map(({ count: n }) => n);
  const note = t.alive(count(total), count(Math.max(0, ...values)));
  return (
    <section className={card.card} aria-label={t.figures.sessions}>
      <div className={card.head}>
        <h2 className={card.title}>{t.figures.sessions}</h2>
        <span className={classes.note}>{note}</span>
      </div>
      <Line values={values} floor={0} label={`${t.figures.sessions}: ${note}`} />
      <Axis points={points} period={period} />
    </section>
  );
}

/** How far the slowest read model of the answering node was behind in the last hour. */
export function Lag({ lag }: { lag: LagPoint[] }) {
  const now = lag.at(-1);
  const most = Math.max(0, ...lag.map(({ events }) => events));
  const note = now ? t.behind(count(now.events), count(most)) : t.lagUnknown;
  return (
    <section className={card.card} aria-label={t.lag}>
      <div className={card.head}>
        <h2 className={card.title}>{t.lag}</h2>
        <span className={classes.note}>{note}</span>
      </div>
      <Line values={lag.map(({ events }) => events)} floor={0} label={`${t.lag}: ${note}`} />
      <div className={classes.axis} aria-hidden="true">
        <span>{lag[0] && timeOfDay(lag[0].at)}</span>
        <span>{now && timeOfDay(now.at)}</span>
      </div>
    </section>
  );
}

type LineProps = { values: number[]; floor: number; label: string };

function Line({ values, floor, label }: LineProps) {
  const { line, area } = pathOf(values, floor);
  return (
    <svg
      className={classes.line}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={area} className={classes.area} />
      <path d={line} className={classes.stroke} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
