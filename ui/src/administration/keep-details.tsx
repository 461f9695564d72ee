import { Button, Group, Modal, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import card from '~/shared/ui/card.module.css';
import { sayDone } from '~/shared/ui/done';
import { Fault } from '~/shared/ui/fault';
import classes from './growth.module.css';

const t = texts.administration.growth;
const FOREVER = '';
const SPANS = [7, 30, 90, 180, 365, 730, 1825];

/** How long details are kept; asks before any of them go that would have stayed. */
export function KeepDetails({ days }: { days: number | null }) {
  const [chosen, choose] = useState<string>();
  const [asking, ask] = useState(false);
  const queries = useQueryClient();
  const before = days === null ? FOREVER : String(days);
  const value = chosen ?? before;
  const wanted = value === FOREVER ? null : Number(value);
  const spans = [...new Set(days === null ? SPANS : [...SPANS, days])].sort((one, other) => one - other);
  const save = useMutation({
    mutationFn: () => api.PUT('/api/admin/growth/retention', { body: { days: wanted } }),
    onSuccess: async () => {
      sayDone(t.saved);
      ask(false);
      await queries.invalidateQueries({ queryKey: ['growth'] });
      choose(undefined);
    },
  });
  return (
    <section className={`${card.card} ${card.padded}`} aria-labelledby="keeping">
      <h2 id="keeping" className={card.title}>
        {t.keeping}
      </h2>
      <Text size="sm" c="dimmed" mt={6}>
        {t.keepingLead}
      </Text>
      <div className={classes.keep}>
        <NativeSelect
          label={t.keep}
          value={value}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={[
            { value: FOREVER, label: t.forever },
            ...spans.map((span) => ({ value: String(span), label: t.days(span) })),
          ]}
        />
        <Button
          disabled={value === before}
          loading={save.isPending}
          onClick={() => (isLonger(wanted, days) ? save.mutate() : ask(true))}
        >
          {t.save}
        </Button>
      </div>
      {save.error && !asking && <Fault cause={save.error} />}
      {asking && wanted !== null && (
        <Modal
          opened
          onClose={() => ask(false)}
          title={t.sure}
          closeButtonProps={{ 'aria-label': texts.common.close }}
        >
          {save.error && <Fault cause={save.error} />}
          <Text>{t.sureDetail(t.days(wanted).toLowerCase())}</Text>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={() => ask(false)} data-autofocus>
              {texts.common.cancel}
            </Button>
            <Button color="margin" loading={save.isPending} onClick={() => save.mutate()}>
              {t.sureAct}
            </Button>
          </Group>
        </Modal>
      )}
    </section>
  );
}

const isLonger = (wanted: number | null, now: number | null) =>
  wanted === null || (now !== null && wanted >= now);
