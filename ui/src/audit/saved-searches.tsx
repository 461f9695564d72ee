import { ActionIcon, Button, Group, Menu, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, BookmarkPlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import type { KeptSearch } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { sayDone } from '~/shared/ui/done';
import { Fault } from '~/shared/ui/fault';
import { useForm } from '~/shared/ui/use-form';
import { isFiltered, type LogSearch, searchOf, wordsOf } from './log-search';
import { keptSearches } from './queries';
import classes from './saved-searches.module.css';

const t = texts.audit.kept;

type Props = { search: LogSearch; change: (next: LogSearch, replace?: boolean) => void };
type Naming = { id?: string; name: string };

/** The searches that this person keeps: go to one, keep the current one, rename, give up. */
export function SavedSearches({ search, change }: Props) {
  const queries = useQueryClient();
  const kept = useQuery(keptSearches).data?.items ?? [];
  const [naming, setNaming] = useState<Naming | null>(null);
  const current = kept.find(({ filter }) => filter === wordsOf(search));
  const remove = useMutation({
    mutationFn: ({ id }: KeptSearch) =>
      api.DELETE('/api/activity/filters/{id}', { params: { path: { id } } }),
    onSuccess: (_, { name }) => sayDone(t.gone(name ?? '')),
    onSettled: () => queries.invalidateQueries({ queryKey: keptSearches.queryKey }),
  });
  return (
    <>
      <Menu position="bottom-end" width={300} withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<Bookmark size={15} aria-hidden="true" />}>
            {current?.name ?? t.title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kept.length === 0 && (
            <Text size="sm" c="dimmed" px="sm" py={6}>
              {t.none}
            </Text>
          )}
          {kept.map((one) => (
            <div key={one.id} className={classes.line}>
              <Menu.Item
                aria-current={one === current || undefined}
                onClick={() => change(searchOf(one.filter ?? ''), false)}
              >
                {one.name}
              </Menu.Item>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.rename(one.name ?? '')}
                onClick={() => setNaming({ id: one.id, name: one.name ?? '' })}
              >
                <Pencil size={14} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.remove(one.name ?? '')}
                onClick={() => remove.mutate(one)}
              >
                <Trash2 size={14} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item
            disabled={current !== undefined || !isFiltered(search)}
            leftSection={<BookmarkPlus size={15} aria-hidden="true" />}
            onClick={() => setNaming({ name: search.q ?? '' })}
          >
            {t.keep}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && <NameForm naming={naming} filter={wordsOf(search)} close={() => setNaming(null)} />}
    </>
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
    <Modal
      opened
      onClose={close}
      title={id ? t.renameTitle : t.keepTitle}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <form
        noValidate
        style={{ display: 'grid', gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (form.valid()) save.mutate();
        }}
      >
        {save.error && <Fault cause={save.error} />}
        <TextInput label={t.name} required data-autofocus maxLength={80} {...form.field('name')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {texts.common.save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
