import { ActionIcon, NativeSelect, Textarea, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Connection, NewRun } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { modelList } from './queries';
import classes from './question-box.module.css';

const t = texts.assistant;

type Props = {
  connections: Connection[];
  connection: Connection;
  use: (id: string) => void;
  ask: (run: NewRun) => void;
  busy: boolean;
  initial?: string;
};

/** Where questions are typed. Enter sends; Shift and Enter make a new line. */
export function QuestionBox({ connections, connection, use, ask, busy, initial = '' }: Props) {
  const [question, setQuestion] = useState(initial);
  const [model, setModel] = useState('');
  const models = useQuery(modelList).data?.items.filter(({ available }) => available) ?? [];

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const asked = question.trim();
    if (asked === '' || busy) return;
    ask({ question: asked, connectionId: connection.id, ...(model && { model }) });
    setQuestion('');
  };

  return (
    <form onSubmit={send} className={classes.box}>
      <Textarea
        aria-label={t.question}
        placeholder={t.placeholder}
        value={question}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        autoFocus
        variant="unstyled"
        classNames={{ input: classes.input }}
        data-search
        onChange={(event) => setQuestion(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      <div className={classes.tools}>
        <NativeSelect
          size="xs"
          variant="unstyled"
          aria-label={t.connection}
          value={connection.id}
          onChange={(event) => use(event.currentTarget.value)}
          data={connections.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {models.length > 0 && (
          <NativeSelect
            size="xs"
            variant="unstyled"
            aria-label={t.model}
            value={model || models[0]?.id}
            onChange={(event) => setModel(event.currentTarget.value)}
            data={models.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <Tooltip label={t.send}>
          <ActionIcon
            type="submit"
            size="lg"
            radius="xl"
            aria-label={t.send}
            loading={busy}
            disabled={question.trim() === ''}
            ml="auto"
          >
            <ArrowUp size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </form>
  );
}
