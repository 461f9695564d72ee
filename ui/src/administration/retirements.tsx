import type { LogFigures } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { bytes, count, date } from '~/shared/texts/format';
import { Ago } from '~/shared/ui/ago';
import card from '~/shared/ui/card.module.css';
import classes from './growth.module.css';

const t = texts.administration.growth;

/** What left the log last. */
export function Retirements({ retirements }: { retirements: LogFigures['retirements'] }) {
  return (
    <section className={card.card} aria-labelledby="retirements">
      <div className={card.head}>
        <h2 id="retirements" className={card.title}>
          {t.retirements}
        </h2>
      </div>
      {retirements.length === 0 && <p className={classes.none}>{t.none}</p>}
      <ul className={`${card.rows} ${classes.gone}`}>
        {retirements.map(({ position, at, olderThan, events, bytes: size }) => (
          <li key={position}>
            <span>
              {t.gone(events, count(events), bytes(size))}
              <small>{t.before(date(`${olderThan.slice(0, 10)}T00:00:00`))}</small>
            </span>
            <Ago time={at} />
          </li>
        ))}
      </ul>
    </section>
  );
}
