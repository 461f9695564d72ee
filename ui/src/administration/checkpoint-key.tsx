import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { Copy } from '~/shared/ui/copy';
import { sayDone } from '~/shared/ui/done';
import { Fault } from '~/shared/ui/fault';
import classes from './proof.module.css';
import { checkpointKeys } from './queries';
import { forgetCheckpoints } from './verification';

const t = texts.administration.proof;

/** The public keys of the checkpoints, the one in use first, and changing it. */
export function CheckpointKey() {
  const { data } = useQuery(checkpointKeys);
  const [asking, ask] = useState(false);
  if (!data || data.keys.length === 0) return null;
  return (
    <section className={`${card.card} ${card.padded}`} aria-labelledby="key">
      <Group justify="space-between">
        <h2 id="key" className={card.title}>
          {t.key}
        </h2>
        <Button size="xs" fz="sm" variant="default" onClick={() => ask(true)}>
          {t.changeKey}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt={6}>
        {t.keyLead}
      </Text>
      <ul className={classes.keys}>
        {data.keys.map((key, index) => (
          <li key={key}>
            <code className={classes.key}>{key}</code>
            {index > 0 && (
              <Text span size="sm" c="dimmed">
                {t.retired}
              </Text>
            )}
            <Copy value={key} label={t.copyKey} />
          </li>
        ))}
      </ul>
      {asking && <Change close={() => ask(false)} />}
    </section>
  );
}

function Change({ close }: { close: () => void }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => api.POST('/api/admin/audit/checkpoints/key'),
    onSuccess: async () => {
      sayDone(t.changed);
      close();
      await forgetCheckpoints(queries);
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t.changeTitle}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {change.error && <Fault cause={change.error} />}
      <Text>{t.changeDetail}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {texts.common.cancel}
        </Button>
        <Button loading={change.isPending} onClick={() => change.mutate()} data-autofocus>
          {t.changeKey}
        </Button>
      </Group>
    </Modal>
  );
}
