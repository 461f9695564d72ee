import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, BookmarkPlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import type { KeptSearch } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ask } from '~/shared/ui/ask';
import { sayDone } from '~/shared/ui/done';
import { useForm } from '~/shared/ui/use-form';
import { isFiltered, type LogSearch, searchOf, wordsOf } from './log-search';
import { keptSearches } from './queries';
import classes from './saved-searches.module.css';

const t = texts.audit.kept;
/** Measured from its button, not from the window, in which it would land in a corner. */
const UNDER = { top: 'calc(100% + 8px)', left: 'var(--kept-left)', right: 'var(--kept-right)' };

type Props = { search: LogSearch; change: (next: LogSearch, replace?: boolean) => void };
type Naming = { id?: string; name: string };

/** The searches that this person keeps: go to one, keep the current one, rename, give up. */
export function SavedSearches({ search, change }: Props) {
  const queries = useQueryClient();
  const kept = useQuery(keptSearches).data?.items ?? [];
  const [naming, setNaming] = useState<Naming | null>(null);
  const [open, setOpen] = useState(false);
  const name = (next: Naming) => {
    setOpen(false);
    setNaming(next);
  };
  const current = kept.find(({ filter }) => filter === wordsOf(search));
  const remove = useMutation({
    mutationFn: ({ id }: KeptSearch) =>
      api.DELETE('/api/activity/filters/{id}', { params: { path: { id } } }),
    onSuccess: (_, { name }) => sayDone(t.gone(name ?? '')),
    onSettled: () => queries.invalidateQueries({ queryKey: keptSearches.queryKey }),
  });
  return (
    <div className={classes.place}>
      <Popover width={300} withinPortal={false} trapFocus opened={open} onChange={setOpen}>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<Bookmark size={15} aria-hidden="true" />}
            onClick={() => setOpen(!open)}
          >
            {current?.name ?? t.title}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t.title} className={classes.list} style={UNDER}>
          {kept.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul>
              {kept.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className={classes.name}
                    aria-current={one === current || undefined}
                    onClick={() => {
                      setOpen(false);
                      change(searchOf(one.filter ?? ''), false);
                    }}
                  >
                    {one.name}
                  </button>
                  <Act
                    label={t.rename(one.name ?? '')}
                    icon={Pencil}
                    act={() => name({ id: one.id, name: one.name ?? '' })}
                  />
                  <Act label={t.remove(one.name ?? '')} icon={Trash2} act={() => remove.mutate(one)} />
                </li>
              ))}
            </ul>
          )}
          <Button
            fullWidth
            variant="light"
            disabled={current !== undefined || !isFiltered(search)}
            leftSection={<BookmarkPlus size={15} aria-hidden="true" />}
            onClick={() => name({ name: '' })}
          >
            {t.keep}
          </Button>
        </Popover.Dropdown>
      </Popover>
      {naming && <NameForm naming={naming} filter={wordsOf(search)} close={() => setNaming(null)} />}
    </div>
  );
}

type ActProps = { label: string; icon: typeof Pencil; act: () => void };

function Act({ label, icon: Icon, act }: ActProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={act}>
      <Icon size={14} aria-hidden="true" />
    </ActionIcon>
  );
}

type FormProps = { naming: Naming; filter: string; close: () => void };

function NameForm({ naming: { id, name }, filter, close }: FormProps) {
  const queries = useQueryClient();
  const form = useForm({ name }, { name: (value) => (value.trim() === '' ? t.nameMissing : null) });
  const save = useMutation({
    mutationFn: async () => {
      const called = form.values.name.trim();
      if (id) {
        return api.PUT('/api/activity/filters/{id}', { params: { path: { id } }, body: { name: called } });
      }
      return api.POST('/api/activity/filters', { body: { name: called, filter } });
    },
    onSuccess: () => {
      sayDone(t.saved);
      close();
    },
    onError: (cause) => void form.refuse(cause),
    onSettled: () => queries.invalidateQueries({ queryKey: keptSearches.queryKey }),
  });
  return (
    <Ask
      title={id ? t.renameTitle : t.keepTitle}
      act={texts.common.save}
      onAct={() => form.valid() && save.mutate()}
      close={close}
      busy={save.isPending}
      failed={save.error}
    >
      <TextInput label={t.name} required data-autofocus maxLength={80} {...form.field('name')} />
    </Ask>
  );
}
