import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { kindName } from '~/audit/kinds';
import { api } from '~/shared/api/client';
import type { DeadLetter } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ask } from '~/shared/ui/ask';
import { sayDone } from '~/shared/ui/done';
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
    <Ask
      title={t.skipTitle}
      act={t.skipDo}
      onAct={() => skip.mutate()}
      close={close}
      final
      able={reason.trim() !== ''}
      busy={skip.isPending}
      failed={skip.error}
    >
      <Text fw={550}>{sentence ?? kindName(type)}</Text>
      <Text>{t.skipDetail(groupName(group))}</Text>
      <TextInput
        label={t.reason}
        value={reason}
        maxLength={500}
        required
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Ask>
  );
}
