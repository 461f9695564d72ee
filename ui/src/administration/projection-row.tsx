import { Button, Progress } from '@mantine/core';
import type { Projection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count, duration } from '~/shared/texts/format';
import { Status, type Tone } from '~/shared/ui/status';
import classes from './projections.module.css';

const t = texts.administration.projections;
const TONES: Record<Projection['status'], Tone> = { live: 'good', rebuilding: 'busy', failed: 'bad' };

type Props = { projection: Projection; rebuild: () => void };

export function ProjectionRow({ projection, rebuild }: Props) {
  const { name, description, status, position, lag, generation, error } = projection;
  return (
    <tr>
      <td>
        <strong className={classes.name}>{name}</strong>
        <p className={classes.detail}>{description}</p>
        {error && <p className={classes.error}>{error}</p>}
        {projection.rebuild && <Rebuilding name={name} progress={projection.rebuild} />}
      </td>
      <td>
        <Status tone={TONES[status]}>{t.states[status]}</Status>
        <p className={classes.detail}>
          {t.generation} {count(generation)}
        </p>
      </td>
      <td data-number data-label={t.position}>
        {count(position)}
      </td>
      <td data-number data-label={t.lag}>
        {lag === 0 ? t.caughtUp : t.behind(count(lag))}
      </td>
      <td data-number>
        <Button
          size="xs"
          fz="sm"
          variant="default"
          disabled={status === 'rebuilding'}
          onClick={rebuild}
          aria-label={t.rebuildNamed(name)}
        >
          {t.rebuild}
        </Button>
      </td>
    </tr>
  );
}

type Progressing = NonNullable<Projection['rebuild']>;

function Rebuilding({ name, progress }: { name: string; progress: Progressing }) {
  const { position, head, eventsPerSecond, secondsLeft } = progress;
  const share = head > 0 ? Math.min(100, (position / head) * 100) : 0;
  return (
    <div className={classes.progress}>
      <Progress.Root size="sm">
        <Progress.Section value={share} aria-label={t.rebuildNamed(name)} />
      </Progress.Root>
      <p className={classes.detail}>
        {[
          t.progress(count(position), count(head)),
          typeof eventsPerSecond === 'number' && t.perSecond(count(eventsPerSecond)),
          typeof secondsLeft === 'number' && t.left(duration(secondsLeft * 1000)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
