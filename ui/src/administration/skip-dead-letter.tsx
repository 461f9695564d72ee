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
import { outcomeOf } from './outcome';

const t = texts.administration.deadLetters;

type Props = { letter: DeadLetter; close: () => void };

/** Asks for the reason why an event is passed over. */
export function SkipDeadLetter({ letter, close }: Props) {
  const { group, sequence, eventId, sentence, type } = letter;
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const skip = useMutation({
    mutationFn: async () => {
      await api.POST('/api/admin/dead-letters/skip', { body: { group, sequence, eventId, reason } });
      return outcomeOf(letter, queries);
    },
    onSuccess: () => {
      sayDone(t.skipped);
      close();
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
