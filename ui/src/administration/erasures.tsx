import { useQuery } from '@tanstack/react-query';
import type { Erasure } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import card from '~/shared/ui/card.module.css';
import { Fault } from '~/shared/ui/fault';
import { Status } from '~/shared/ui/status';
import { erasureList } from './queries';
import classes from './users.module.css';

const t = texts.administration.users;

/** How the erasures stand; nothing when nobody was ever erased. */
export function Erasures() {
  const { data, error, refetch } = useQuery(erasureList);
  if (error) return <Fault cause={error} retry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes.erasures} aria-labelledby="erasures">
      <h2 id="erasures" className={card.title}>
        {t.erasures}
      </h2>
      <p>{t.erasuresLead}</p>
      <ul className={`${card.card} ${card.rows}`}>
        {data.items.map((erasure) => (
          <Line key={erasure.userId} erasure={erasure} />
        ))}
      </ul>
    </section>
  );
}

function Line({ erasure: { status, steps, requestedAt, attempts, error } }: { erasure: Erasure }) {
  const at = steps.findIndex(({ done }) => !done);
  const step = steps[at];
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Status tone={status === 'finished' ? 'good' : 'busy'}>{t.states[status]}</Status>
        <p className={classes.detail}>
          <span>
            {t.asked} <Ago time={requestedAt} />
          </span>
          {step && <span>{t.step(at + 1, steps.length, t.steps[step.name])}</span>}
          {error && <span>{t.tried(attempts, error)}</span>}
        </p>
      </div>
    </li>
  );
}
