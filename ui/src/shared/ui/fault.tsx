import { Alert, Button, Group, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { asProblem } from '~/shared/api/problem';
import { texts } from '~/shared/texts/en';
import { connectionSentence, sentenceOf } from '~/shared/texts/problems';
import { CopyText } from './copy';

type Props = { cause: unknown; title?: string; retry?: () => void };

/** What went wrong, what to do, a retry, and the request's id for whoever is asked for help. */
export function Fault({ cause, title, retry }: Props) {
  const problem = asProblem(cause);
  const more = connectionSentence(problem) && problem.message;
  return (
    <Alert
      role="alert"
      color="margin"
      variant="light"
      radius="md"
      icon={<TriangleAlert size={18} />}
      title={title}
    >
      <Text size="sm">{sentenceOf(problem)}</Text>
      {more && (
        <Text size="xs" c="dimmed" mt={4}>
          {more}
        </Text>
      )}
      {(retry || problem.requestId) && (
        <Group gap="xs" mt="xs">
          {retry && (
            <Button size="compact-sm" variant="default" onClick={retry}>
              {texts.common.retry}
            </Button>
          )}
          {problem.requestId && (
            <>
              <Text size="xs" c="dimmed" className="mono">
                {texts.common.requestId} {problem.requestId}
              </Text>
              <CopyText value={problem.requestId} label={texts.common.copyRequestId} />
            </>
          )}
        </Group>
      )}
    </Alert>
  );
}
