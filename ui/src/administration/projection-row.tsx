import { ActionIcon, Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import type { Projection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { bytes, count } from '~/shared/texts/format';
import { Status, type Tone } from '~/shared/ui/status';
import { DropGeneration } from './drop-generation';
import { useOrder } from './generation-orders';
import classes from './projections.module.css';
import { REBUILD_TONES, Rebuilding } from './rebuilding';

const t = texts.administration.projections;
const TONES: Record<Projection['status'], Tone> = { live: 'good', rebuilding: 'busy', failed: 'bad' };

type Props = { projection: Projection; rebuild: () => void };

export function ProjectionRow({ projection, rebuild }: Props) {
  const { name, description, position, lag, generation, error, parked } = projection;
  const { tone, words } = standing(projection);
  return (
    <>
      <tr>
        <td>
          <strong className={classes.name}>{name}</strong>
          <p className={classes.detail}>{description}</p>
          {error && <p className={classes.error}>{error}</p>}
          {parked > 0 && (
            <p className={classes.detail}>
              <Link
                to="/admin/dead-letters"
                search={{ group: `${name}@${generation}` }}
                className={classes.parked}
              >
                {t.parked(parked)}
              </Link>
            </p>
          )}
        </td>
        <td>
          <Status tone={tone}>{words}</Status>
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
            disabled={projection.rebuild !== null}
            onClick={rebuild}
            aria-label={t.rebuildNamed(name)}
          >
            {t.rebuild}
          </Button>
        </td>
      </tr>
      {(projection.rebuild || projection.old) && (
        <tr className={classes.more}>
          <td colSpan={5}>
            {projection.rebuild && <Rebuilding name={name} rebuild={projection.rebuild} />}
            <Kept projection={projection} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What the table says first: of a rebuild that needs somebody, that it does. */
function standing({ status, rebuild }: Projection): { tone: Tone; words: string } {
  const state = rebuild?.state;
  if (state === 'paused' || state === 'differing' || state === 'failed') {
    return { tone: REBUILD_TONES[state], words: t.halted[state] };
  }
  return { tone: TONES[status], words: t.states[status] };
}

/** The generation before, and what was compared before this one took its place. */
function Kept({ projection: { name, old, comparison, rebuild } }: { projection: Projection }) {
  const order = useOrder(name);
  const [dropping, setDropping] = useState(false);
  if (!old) return null;
  const rows = comparison?.tables.reduce((sum, { rebuiltRows }) => sum + rebuiltRows, 0) ?? 0;
  const words = old.returnable ? t.kept : t.keptForeign;
  const differing = old.returnable ? t.comparedDiffering : t.comparedForeign;
  return (
    <div className={classes.kept}>
      <p className={classes.detail}>
        {words(count(old.generation), bytes(old.bytes))}
        {comparison && <> · {comparison.same ? t.comparedSame(count(rows)) : differing}</>}
      </p>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t.actions(name)}>
            <EllipsisVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!old.returnable || rebuild !== null} onClick={() => order.mutate('return')}>
            {t.orders.return}
          </Menu.Item>
          <Menu.Item onClick={() => setDropping(true)}>{t.orders.drop}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dropping && (
        <DropGeneration name={name} drop={() => order.mutate('drop')} close={() => setDropping(false)} />
      )}
    </div>
  );
}
