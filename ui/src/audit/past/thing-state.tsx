import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { may, useMe } from '~/identity/me';
import type { PastThing } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute, count } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import classes from './past.module.css';
import { fieldName, Value } from './value';

const t = texts.past;
/** What a question streams is remembered by nobody, so the past never has it. */
const STREAMED = 'parts';

type Props = { thing: PastThing; isPast: boolean; erased: boolean };

/** How a thing was: every field that its pages know. */
export function ThingState({ thing, isPast, erased }: Props) {
  const fields = Object.entries(thing.state ?? {}).filter(([field]) => field !== STREAMED);
  return (
    <section
      className={`${card.card} ${card.padded}`}
      data-deleted={thing.deleted ? true : undefined}
      aria-labelledby="past-state"
    >
      <h2 id="past-state" className={card.title}>
        {isPast ? t.state : t.stateNow}
      </h2>
      {thing.deleted && (
        <p className={classes.deleted}>{(erased ? t.erasedAt : t.deletedAt)(absolute(thing.deleted.at))}</p>
      )}
      {thing.leftOut.length > 0 && <LeftOut positions={thing.leftOut} />}
      <dl className={classes.fields}>
        {fields.map(([field, value]) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <Value field={field} value={value} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t.owner}</dt>
          <dd>{thing.owner.name ?? t.erased}</dd>
        </div>
      </dl>
    </section>
  );
}

/** Says that something is missing here, and to administrators where that can be mended. */
function LeftOut({ positions }: { positions: number[] }) {
  const manages = may(useMe(), 'projections:manage');
  return (
    <Alert color="margin" variant="light" icon={<TriangleAlert size={18} />} className={classes.leftOut}>
      {t.leftOut(positions.map(count))}{' '}
      {manages && (
        <Anchor component={Link} to="/admin/dead-letters" inherit>
          {t.toDeadLetters}
        </Anchor>
      )}
    </Alert>
  );
}
