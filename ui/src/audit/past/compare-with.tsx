import { Select } from '@mantine/core';
import { useState } from 'react';
import type { PastThing } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import { MomentField } from './moment-field';
import classes from './past.module.css';
import { momentOf, type PastSearch } from './past-search';

const t = texts.past;
const NOTHING = 'nothing';
const TIME = 'time';

type Props = {
  thing: PastThing;
  search: PastSearch;
  change: (next: PastSearch, takesPlace?: boolean) => void;
};

/** The other moment: an event nearby, now, or any date and time. */
export function CompareWith({ thing, search, change }: Props) {
  const { against } = search;
  const isTime = typeof against === 'string' && against !== 'now';
  const [picks, setPicks] = useState(isTime);
  const events = eventsOf(thing);
  const listed = events.some(({ value }) => value === String(against));
  return (
    <>
      <Select
        label={t.compare}
        className={classes.compare}
        styles={{ input: { textOverflow: 'ellipsis' } }}
        value={isTime || picks ? TIME : String(against ?? NOTHING)}
        allowDeselect={false}
        searchable
        data={[
          { value: NOTHING, label: t.compareNothing },
          { value: 'now', label: t.compareNow },
          { value: TIME, label: t.compareTime },
          ...events,
          ...(typeof against === 'number' && !listed ? [unlisted(against)] : []),
        ]}
        onChange={(chosen) => {
          setPicks(chosen === TIME);
          if (chosen !== TIME) change({ ...search, against: momentOf(chosen) });
        }}
      />
      {(isTime || picks) && (
        <MomentField
          label={t.compareMoment}
          at={isTime ? against : undefined}
          choose={(at, takesPlace) => change({ ...search, against: at }, takesPlace)}
        />
      )}
    </>
  );
}

function eventsOf({ events: { items, firstIndex }, previous }: PastThing) {
  return items.map(({ position, sentence }, i) => {
    const label = t.compareAt(firstIndex + i + 1, sentence);
    return {
      value: String(position),
      label: position === previous ? `${t.comparePrevious}: ${label}` : label,
    };
  });
}

const unlisted = (position: number) => ({ value: String(position), label: t.position(count(position)) });
