import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import type { Connection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { sayDone } from '~/shared/ui/done';
import { Fault } from '~/shared/ui/fault';
import { connectionList } from './queries';

const t = texts.connections;

type Props = { connection: Connection; close: () => void };

/** Asks for the name before a connection and its address are destroyed. */
export function RemoveConnection({ connection: { id, name }, close }: Props) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/connections/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      sayDone(t.removed(name));
      close();
      await queries.invalidateQueries({ queryKey: connectionList.queryKey });
    },
  });
  const certain = typed.trim() === name;
  return (
    <Modal
      opened
      onClose={close}
      title={t.removeTitle(name)}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (certain) remove.mutate();
        }}
        style={{ display: 'grid', gap: 16 }}
      >
        <Text>{t.removeDetail}</Text>
        {remove.error && <Fault cause={remove.error} />}
        <TextInput
          label={t.removeType(name)}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" color="margin" disabled={!certain} loading={remove.isPending}>
            {t.remove}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
