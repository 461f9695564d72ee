import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import type { DeadLetter } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { sayDone } from '~/shared/ui/done';
import { Fault } from '~/shared/ui/fault';
import { groupName } from './group-name';

const t = texts.administration.deadLetters;

type Props = { letter: DeadLetter; close: () => void };

/** Asks for the reason why an event is passed over. */
export function SkipDeadLetter({ letter: { group, sequence, eventId, sentence, type }, close }: Props) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const skip = useMutation({
    mutationFn: () =>
      api.POST('/api/admin/dead-letters/skip', { body: { group, sequence, eventId, reason } }),
    onSuccess: async () => {
      sayDone(t.skipped);
      close();
      await queries.invalidateQueries({ queryKey: ['dead-letters'] });
    },
  });
  return (
    <Modal opened onClose={close} title={t.skipTitle} closeButtonProps={{ 'aria-label': texts.common.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) skip.mutate();
        }}
        style={{ display: 'grid', gap: 16 }}
      >
        <Text fw={550}>{sentence ?? type}</Text>
        <Text>{t.skipDetail(groupName(group))}</Text>
        {skip.error && <Fault cause={skip.error} />}
        <TextInput
          label={t.reason}
          value={reason}
          maxLength={500}
          required
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" color="margin" disabled={!reason.trim()} loading={skip.isPending}>
            {t.skipDo}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
