import { dayAndMonth, timeOfDay } from '~/shared/texts/format';
import classes from './overview.module.css';

export type Period = 'hour' | 'day';

/** A period by its beginning: days are the server's (UTC), hours are told by the reader's clock. */
export const periodName = (at: string, period: Period) =>
  period === 'day' ? dayAndMonth(`${at.slice(0, 10)}T00:00:00`) : `${dayAndMonth(at)}, ${timeOfDay(at)}`;

export function Axis({ points, period }: { points: { at: string }[]; period: Period }) {
  const first = points[0];
  const last = points.at(-1);
  return (
    <div className={classes.axis} aria-hidden="true">
      <span>{first && periodName(first.at, period)}</span>
      <span>{last && periodName(last.at, period)}</span>
    </div>
  );
}
