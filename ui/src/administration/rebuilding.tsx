import { Button, Group, Progress } from '@mantine/core';
import type { Rebuild } from '~/shared/api/models';
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
  const { generation, cause, state, position, head, error, comparison, parked } = rebuild;
  const share = head > 0 ? Math.min(100, (Math.max(0, position) / head) * 100) : 0;
  return (
    <div className={classes.progress}>
      <p className={classes.detail}>
        <Status tone={REBUILD_TONES[state]}>{t.rebuildStates[state]}</Status>{' '}
        {`· ${t.generation} ${count(generation)}, ${t.causes[cause]}`}
      </p>
      <Progress.Root size="sm" mt={6}>
        <Progress.Section value={share} aria-label={t.rebuildNamed(name)} />
      </Progress.Root>
      <p className={classes.detail}>{paceOf(rebuild)}</p>
      {error && <p className={classes.error}>{error}</p>}
      {parked > 0 && <p className={classes.error}>{t.parked(parked)}</p>}
      {state === 'differing' && comparison && <Differences comparison={comparison} />}
      {cause !== 'first' && <Orders name={name} state={state} />}
    </div>
  );
}

function paceOf({ position, head, eventsPerSecond, secondsLeft, state }: Rebuild) {
  const moves = state === 'running';
  return [
    t.progress(count(Math.max(0, position)), count(head)),
    moves && eventsPerSecond ? t.perSecond(count(Math.round(eventsPerSecond))) : '',
    moves && typeof secondsLeft === 'number' ? t.left(duration(secondsLeft * 1000)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
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
