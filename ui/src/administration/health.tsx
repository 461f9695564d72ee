import type { Dependency } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { Status, type Tone } from '~/shared/ui/status';
import classes from './overview.module.css';

const t = texts.administration.overview;
const TONES: Record<Dependency['status'], Tone> = { up: 'good', degraded: 'warn', down: 'bad', off: 'quiet' };
const nameOf = (name: string) => (name in t.names ? t.names[name as keyof typeof t.names] : name);

/** Everything that Daybook needs, and whether it works. */
export function Health({ dependencies }: { dependencies: Dependency[] }) {
  return (
    <section className={card.card} aria-label={t.health}>
      <div className={card.head}>
        <h2 className={card.title}>{t.health}</h2>
      </div>
      <ul className={`${card.rows} ${classes.health}`}>
        {dependencies.map(({ name, status, detail }) => (
          <li key={name}>
            <span>
              {nameOf(name)}
              <small>{detail}</small>
            </span>
            <Status tone={TONES[status]}>{t.states[status]}</Status>
          </li>
        ))}
      </ul>
    </section>
  );
}
