import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { texts } from '~/shared/texts/en';
import classes from './history-page.module.css';
import { isFiltered, type LogSearch } from './log-search';

const t = texts.audit;
type Words = Pick<LogSearch, 'q' | 'type' | 'aggregate'>;
type Props = { search: LogSearch; change: (next: LogSearch) => void };

/** What to look for. Everything stands in the URL, so that a search can be kept, shared and gone back to. */
export function Filters({ search, change }: Props) {
  const [words, setWords] = useState<Words>(search);
  const later = useDebouncedCallback(
    (next: Words) => change({ ...search, entry: undefined, ...clean(next) }),
    300,
  );
  const { q, type, aggregate } = search;
  useEffect(() => setWords({ q, type, aggregate }), [q, type, aggregate]);

  const field = (key: keyof Words) => ({
    value: words[key] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => {
      const next = { ...words, [key]: event.currentTarget.value };
      setWords(next);
      later(next);
    },
  });
  const day = (key: 'from' | 'to') => ({
    type: 'date',
    value: search[key] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ ...search, entry: undefined, [key]: event.currentTarget.value || undefined }),
  });

  return (
    <search className={classes.filters}>
      <TextInput
        aria-label={t.search}
        placeholder={t.search}
        leftSection={<Search size={15} aria-hidden="true" />}
        data-search
        {...field('q')}
      />
      <TextInput aria-label={t.type} placeholder={t.type} w={180} {...field('type')} />
      {search.aggregate && <TextInput aria-label={t.aggregate} w={180} {...field('aggregate')} />}
      <TextInput aria-label={t.from} leftSection={t.from} leftSectionWidth={58} {...day('from')} />
      <TextInput aria-label={t.to} leftSection={t.to} leftSectionWidth={54} {...day('to')} />
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
    </search>
  );
}

/** Empty words are no words. */
const clean = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [key, value?.trim() || undefined]));
