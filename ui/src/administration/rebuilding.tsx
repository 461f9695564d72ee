import { Button, Group, Progress } from '@mantine/core';
import type { Rebuild, RebuildStep } from '~/shared/api/models';
import type { GenerationOrder } from '~/shared/api/schema';
import { texts } from '~/shared/texts/en';
import { count, duration } from '~/shared/texts/format';
import { Status, type Tone } from '~/shared/ui/status';
import { Differences } from './differences';
import { useOrder } from './generation-orders';
import classes from './projections.module.css';

const t = texts.administration.projections;
export const REBUILD_TONES: Record<Rebuild['state'], Tone> = {
  running: 'busy',
  paused: 'quiet',
  indexing: 'busy',
  comparing: 'busy',
  differing: 'warn',
  failed: 'bad',
};

/** A generation on its way: how far, how fast, and what can be ordered for it. */
export function Rebuilding({ name, rebuild }: { name: string; rebuild: Rebuild }) {
  const { generation, cause, state, step, error, parked } = rebuild;
  return (
    <div className={classes.progress}>
      <p className={classes.detail}>
        <Status tone={REBUILD_TONES[state]}>{t.rebuildStates[state]}</Status>{' '}
        {`· ${t.generation} ${count(generation)}, ${t.causes[cause]}`}
      </p>
      {state !== 'differing' && <Bar share={step.share} label={t.rebuildNamed(name)} />}
      <p className={classes.detail}>{paceOf(rebuild)}</p>
      {error && <p className={classes.error}>{error}</p>}
      {parked > 0 && <p className={classes.error}>{t.parked(parked)}</p>}
      {state === 'differing' && <Differences name={name} rebuild={rebuild} />}
      {cause !== 'first' && <Orders name={name} state={state} />}
    </div>
  );
}

/** How far a step is; where nobody knows, that something is done. */
function Bar({ share, label }: { share: number | null; label: string }) {
  return (
    <Progress.Root size="sm" className={classes.bar}>
      {share === null ? (
        <Progress.Section
          value={100}
          color="var(--accent)"
          striped
          animated
          withAria={false}
          role="progressbar"
          aria-label={label}
        />
      ) : (
        <Progress.Section value={share * 100} color="var(--accent)" aria-label={label} />
      )}
    </Progress.Root>
  );
}

function paceOf({ step, eventsPerSecond, secondsLeft, state }: Rebuild) {
  const moves = state === 'running';
  const works = moves || state === 'indexing' || state === 'comparing';
  return [
    farOf(step),
    moves && eventsPerSecond ? t.perSecond(count(Math.round(eventsPerSecond))) : '',
    works ? leftOf(step, secondsLeft) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function farOf({ name, done, total, part }: RebuildStep) {
  if (name === 'reading') return t.progress(count(done), count(total));
  if (name === 'indexing') return t.indexesMade(count(done), count(total));
  return part ? t.compared(part, count(done + 1), count(total)) : '';
}

/** Of the whole where that is known, of the step at hand otherwise. */
function leftOf(step: RebuildStep, secondsLeft: number | null) {
  if (secondsLeft !== null) return t.left(duration(secondsLeft * 1000));
  return step.secondsLeft !== null ? t.leftOf[step.name](duration(step.secondsLeft * 1000)) : '';
}

function Orders({ name, state }: { name: string; state: Rebuild['state'] }) {
  const order = useOrder(name);
  const button = (what: GenerationOrder, label: string = t.orders[what], filled = false) => (
    <Button
      size="compact-sm"
      variant={filled ? 'filled' : 'default'}
      loading={order.isPending && order.variables === what}
      onClick={() => order.mutate(what)}
      aria-label={t.orderNamed(label, name)}
    >
      {label}
    </Button>
  );
  return (
    <Group gap="xs" mt="xs">
      {state === 'differing' && button('accept', t.orders.accept, true)}
      {state === 'paused' ? button('resume') : state !== 'differing' && button('pause')}
      {button('cancel', state === 'differing' ? t.keepLive : t.orders.cancel)}
    </Group>
  );
}
