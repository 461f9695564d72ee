import { Button, Group, Modal, Skeleton, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { sayDone, sayFailed } from '~/shared/ui/done';
import { Fault } from '~/shared/ui/fault';
import { PageHead } from '~/shared/ui/page-head';
import { SessionLine } from './session-line';
import { sessionList } from './session-list';

const t = texts.identity.sessions;

export function SessionsPage() {
  const [ended, setEnded] = useState(false);
  const [asking, ask] = useDisclosure(false);
  const queries = useQueryClient();
  const { data, error, refetch, isPending } = useQuery(sessionList(ended));
  const refresh = () => queries.invalidateQueries({ queryKey: ['sessions'] });
  const revoke = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => sayDone(t.revoked),
    onError: sayFailed,
    onSettled: refresh,
  });
  const revokeOthers = useMutation({
    mutationFn: () => api.DELETE('/api/sessions', { params: { query: { others: true } } }),
    onSuccess: () => {
      ask.close();
      sayDone(t.othersRevoked);
    },
    onError: sayFailed,
    onSettled: refresh,
  });
  const sessions = data?.items.toSorted((a, b) => Number(b.current) - Number(a.current)) ?? [];
  const others = sessions.filter((session) => !session.current && !session.endedAt).length;

  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <Switch
          label={t.showEnded}
          checked={ended}
          onChange={(event) => setEnded(event.currentTarget.checked)}
        />
        <Button variant="default" onClick={ask.open} disabled={others === 0}>
          {t.revokeOthers}
        </Button>
      </PageHead>
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {isPending && <Skeleton height={220} radius="lg" />}
      {data && (
        <ul className={`${card.card} ${card.rows}`}>
          {sessions.map((session) => (
            <SessionLine
              key={session.id}
              session={session}
              busy={revoke.isPending && revoke.variables === session.id}
              revoke={() => revoke.mutate(session.id)}
            />
          ))}
        </ul>
      )}
      {data && others === 0 && (
        <Text c="dimmed" size="sm" mt="md">
          {t.onlyThis}
        </Text>
      )}
      <Modal
        opened={asking}
        onClose={ask.close}
        title={t.revokeOthers}
        closeButtonProps={{ 'aria-label': texts.common.close }}
      >
        <Text>{t.revokeOthersSure(others)}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={ask.close}>
            {texts.common.cancel}
          </Button>
          <Button color="margin" loading={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
            {t.revokeOthers}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
