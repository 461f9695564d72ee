import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { api, body } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import { Ago } from '~/shared/ui/ago';
import card from '~/shared/ui/card.module.css';
import { sayDone, sayFailed } from '~/shared/ui/done';
import { Empty } from '~/shared/ui/empty';
import { Fault } from '~/shared/ui/fault';
import classes from './proof.module.css';
import { checkpointList } from './queries';
import { forgetCheckpoints } from './verification';

const t = texts.administration.proof;

/** The newest checkpoints, to be taken away. */
export function CheckpointList() {
  const queries = useQueryClient();
  const { data, error, refetch, isPending } = useQuery(checkpointList);
  const take = useMutation({
    mutationFn: () => body(api.POST('/api/admin/audit/checkpoints')),
    onSuccess: ({ events }) => {
      sayDone(t.taken(count(events)));
      return forgetCheckpoints(queries);
    },
    onError: sayFailed,
  });
  return (
    <section className={card.card} aria-labelledby="checkpoints">
      <div className={card.head}>
        <h2 id="checkpoints" className={card.title}>
          {t.checkpoints}
        </h2>
        <Button size="xs" fz="sm" variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {t.take}
        </Button>
      </div>
      <Text size="sm" c="dimmed" px={22} pt={6} pb={14}>
        {t.checkpointsLead}
      </Text>
      {error && <Fault cause={error} retry={() => void refetch()} />}
      {isPending && <Skeleton height={120} radius="lg" />}
      {data?.items.length === 0 && <Empty title={t.none} detail={t.noneDetail} />}
      {data && data.items.length > 0 && (
        <ul className={`${card.rows} ${classes.list}`}>
          {data.items.map(({ events, position, takenAt }) => (
            <li key={events} className={classes.item}>
              <Group gap="2px 16px">
                <Text fw={550}>{t.events(count(events))}</Text>
                <Text size="sm" c="dimmed">
                  {t.position(count(position))}
                </Text>
                <Text size="sm" c="dimmed">
                  <Ago time={takenAt} />
                </Text>
              </Group>
              <Button
                component="a"
                href={`/api/admin/audit/checkpoints/${events}`}
                download={`daybook-checkpoint-${events}.txt`}
                size="xs"
                fz="sm"
                variant="subtle"
                leftSection={<Download size={15} />}
                aria-label={t.downloadNamed(count(events))}
              >
                {t.download}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
