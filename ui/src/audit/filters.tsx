import { type ComboboxItem, type ComboboxItemGroup, MultiSelect, Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LogEntry } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import classes from './history-page.module.css';
import { choosing, chosen, found, offered, technicalName } from './kinds';
import type { LogSearch } from './log-search';
import { eventCatalogue } from './queries';

const t = texts.audit;
type Typed = { currentTarget: { value: string } };
type Props = { search: LogSearch; entries: LogEntry[]; change: (next: LogSearch) => void };

/** What to look for. Everything stands in the URL, so that a search can be kept, shared and gone back to. */
export function Filters({ search, entries, change }: Props) {
  const set = (key: keyof LogSearch) => (event: Typed) =>
    change({ ...search, entry: undefined, [key]: event.currentTarget.value || undefined });
  const without = (key: keyof LogSearch) => change({ ...search, entry: undefined, [key]: undefined });
  const catalogue = useQuery(eventCatalogue).data?.items ?? [];
  const kinds = chosen(search);
  const actor = entries.find(({ actorId }) => actorId === search.actor)?.actorName;
  const subject = entries.find(({ subjectId }) => subjectId === search.subject)?.subjectName;
  const thing = entries.find(({ aggregateId }) => aggregateId === search.aggregate)?.aggregateType;

  const chips = (
    [
      ['actor', t.actor, search.actor && (actor ?? search.actor)],
      ['subject', t.subject, search.subject && (subject ?? search.subject)],
      ['aggregate', thing ?? t.aggregate, search.aggregate],
      ['session', t.session, search.session],
      ['address', t.address, search.address],
      ['correlation', t.correlation, search.correlation],
    ] as const
  ).flatMap(([key, name, value]) => (value ? [[key, name, value] as const] : []));
  return (
    <search className={classes.filters}>
      <Words search={search} change={change} />
      <MultiSelect
        className={classes.kinds}
        classNames={{ inputField: classes.typing }}
        aria-label={t.type}
        placeholder={kinds.length === 0 ? t.everyType : undefined}
        value={kinds}
        onChange={(values) => change(choosing(search, values))}
        data={offered(catalogue, search)}
        filter={({ options, search: typed }) => found(options as ComboboxItemGroup<ComboboxItem>[], typed)}
        renderOption={({ option }) => <Choice option={option} />}
        nothingFoundMessage={t.noSuchType}
        maxDropdownHeight={360}
        searchable
        hidePickedOptions
      />
      <TextInput
        type="date"
        aria-label={t.from}
        leftSection={t.from}
        leftSectionWidth={52}
        classNames={{ section: classes.label, input: classes.when }}
        value={search.from ?? ''}
        onChange={set('from')}
      />
      <TextInput
        type="date"
        aria-label={t.to}
        leftSection={t.to}
        leftSectionWidth={48}
        classNames={{ section: classes.label, input: classes.when }}
        value={search.to ?? ''}
        onChange={set('to')}
      />
      {chips.length > 0 && (
        <div className={classes.chips}>
          {chips.map(([key, name, value]) => (
            <Chip key={key} name={name} value={value} drop={() => without(key)} />
          ))}
        </div>
      )}
    </search>
  );
}

function Choice({ option }: { option: ComboboxItem }) {
  const technical = technicalName(option);
  return (
    <span className={classes.choice}>
      {option.label}
      {technical && <small className="mono">{technical}</small>}
    </span>
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
