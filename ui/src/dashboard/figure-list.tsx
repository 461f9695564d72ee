import card from '~/shared/ui/card.module.css';
import classes from './dashboard.module.css';

/** A figure: its name, how much, and what is to be known of it. */
export type Figure = [name: string, value: string, note?: string];

/** A few figures in a row. */
export function FigureList({ figures }: { figures: Figure[] }) {
  return (
    <dl className={`${card.card} ${classes.figures}`}>
      {figures.map(([name, value, note]) => (
        <div key={name} className={classes.figure}>
          <dt>{name}</dt>
          <dd>
            {value} {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
