import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { Ask } from '~/shared/ui/ask';
import card from '~/shared/ui/card.module.css';
import { Copy } from '~/shared/ui/copy';
import { sayDone } from '~/shared/ui/done';
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
            <div>
              <small>{index === 0 ? t.inUse : t.retired}</small>
              <code className={`mono ${classes.key}`}>{key}</code>
            </div>
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
    <Ask
      title={t.changeTitle}
      act={t.changeKey}
      onAct={() => change.mutate()}
      close={close}
      busy={change.isPending}
      failed={change.error}
    >
      <Text>{t.changeDetail}</Text>
    </Ask>
  );
}
