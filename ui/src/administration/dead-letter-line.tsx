import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { kindName } from '~/audit/kinds';
import { api } from '~/shared/api/client';
import type { DeadLetter } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import { sayDone, sayFailed, sayNotDone } from '~/shared/ui/done';
import classes from './dead-letters.module.css';
import { groupName } from './group-name';
import { outcomeOf } from './outcome';

const t = texts.administration.deadLetters;

type Props = { letter: DeadLetter; skip: () => void };

/** The first parked event of a thing, and what can be done about it. */
export function DeadLetterLine({ letter, skip }: Props) {
  const queries = useQueryClient();
  const { group, sequence, type, sentence, error, attempts, triedAt, behind, at } = letter;
  const retry = useMutation({
    mutationFn: async () => {
      await api.POST('/api/admin/dead-letters/retry', { body: { group, sequence } });
      return outcomeOf(letter, queries);
    },
    onSuccess: (outcome) => (outcome === 'parked-again' ? sayNotDone : sayDone)(t.outcomes[outcome]),
    onError: sayFailed,
  });
  const words = sentence ?? kindName(type);
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <strong>{words}</strong>
        <p className={classes.meta}>
          <span>{groupName(group)}</span>
          <span className="mono">{type}</span>
          {at && <Ago time={at} />}
        </p>
        <p className={classes.error}>{error}</p>
        <p className={classes.meta}>
          <span>
            {t.attempts(attempts)}, {t.last} <Ago time={triedAt} />
          </span>
          {behind > 0 && <span>{t.behind(behind)}</span>}
        </p>
      </div>
      <Group gap="xs">
        <Button
          size="xs"
          fz="sm"
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate()}
          aria-label={t.retryNamed(words)}
        >
          {t.retry}
        </Button>
        <Button size="xs" fz="sm" variant="default" onClick={skip} aria-label={t.skipNamed(words)}>
          {t.skip}
        </Button>
      </Group>
    </li>
  );
}
