import { Button, NativeSelect, Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LogEntry } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import classes from './history-page.module.css';
import { isFiltered, type LogSearch } from './log-search';
import { typesSeen } from './types-seen';

const t = texts.audit;
type Typed = { currentTarget: { value: string } };
type Props = { search: LogSearch; entries: LogEntry[]; change: (next: LogSearch) => void };

/** What to look for. Everything stands in the URL, so that a search can be kept, shared and gone back to. */
export function Filters({ search, entries, change }: Props) {
  const set = (key: keyof LogSearch) => (event: Typed) =>
    change({ ...search, entry: undefined, [key]: event.currentTarget.value || undefined });
  const without = (key: keyof LogSearch) => change({ ...search, entry: undefined, [key]: undefined });
  const actor = entries.find(({ actorId }) => actorId === search.actor)?.actorName;
  const thing = entries.find(({ aggregateId }) => aggregateId === search.aggregate)?.aggregateType;

  return (
    <search className={classes.filters}>
      <Words search={search} change={change} />
      <NativeSelect
        aria-label={t.type}
        value={search.type ?? ''}
        onChange={set('type')}
        data={[
          { value: '', label: t.everyType },
          ...typesSeen(entries, search.type).map((type) => ({ value: type, label: type })),
        ]}
      />
      <TextInput
        type="date"
        aria-label={t.from}
        leftSection={t.from}
        leftSectionWidth={58}
        value={search.from ?? ''}
        onChange={set('from')}
      />
      <TextInput
        type="date"
        aria-label={t.to}
        leftSection={t.to}
        leftSectionWidth={54}
        value={search.to ?? ''}
        onChange={set('to')}
      />
      {isFiltered(search) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<X size={15} />}
          onClick={() => change({ scope: search.scope })}
        >
          {t.clear}
        </Button>
      )}
      {(search.actor || search.aggregate) && (
        <div className={classes.chips}>
          {search.actor && (
            <Chip name={t.actor} value={actor ?? search.actor} drop={() => without('actor')} />
          )}
          {search.aggregate && (
            <Chip name={thing ?? t.aggregate} value={search.aggregate} drop={() => without('aggregate')} />
          )}
        </div>
      )}
    </search>
  );
}

/** The words that are searched for, a moment after the last of them was typed. */
function Words({ search, change }: Omit<Props, 'entries'>) {
  const [words, setWords] = useState(search.q ?? '');
  const later = useDebouncedCallback(
    (q: string) => change({ ...search, entry: undefined, q: q.trim() || undefined }),
    300,
  );
  useEffect(() => setWords(search.q ?? ''), [search.q]);
  return (
    <TextInput
      aria-label={t.search}
      placeholder={t.search}
      leftSection={<Search size={15} aria-hidden="true" />}
      value={words}
      data-search
      onChange={(event) => {
        setWords(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}

function Chip({ name, value, drop }: { name: string; value: string; drop: () => void }) {
  return (
    <Pill
      withRemoveButton
      onRemove={drop}
      removeButtonProps={{ 'aria-label': t.drop(name), 'aria-hidden': false, tabIndex: 0 }}
    >
      {name}: {value}
    </Pill>
  );
}
