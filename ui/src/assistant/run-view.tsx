import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { RotateCcw, Square } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import type { NewRun } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Copy } from '~/shared/ui/copy';
import { sayFailed } from '~/shared/ui/done';
import { Fault } from '~/shared/ui/fault';
import { chartFor } from './chart';
import { ResultChart } from './result-chart';
import { ResultTable } from './result-table';
import classes from './run-view.module.css';
import { type Asked, cancel } from './runs';
import { Statement } from './statement';
import { Steps } from './steps';

const Words = lazy(() => import('./words'));
const t = texts.assistant;

type Props = { id: string; run: Asked; ask: (next: NewRun) => void; reopen: () => void };

/** One question with everything that has arrived of its answer. */
export function RunView({ id, run: { asked, answer, refusal }, ask, reopen }: Props) {
  const { status, steps, sql, table, text, error } = answer;
  const running = status === 'running';
  const question = asked.question ?? t.ownStatement;
  const { connectionId, model } = asked;
  const again: NewRun = asked.question
    ? { question: asked.question, connectionId, model }
    : { sql: sql ?? '', connectionId };
  const chart = useMemo(() => table && chartFor(answer.chart, table), [answer.chart, table]);

  if (refusal) return <Fault title={t.failed} cause={refusal} retry={reopen} />;
  return (
    <article className={classes.run} aria-label={question}>
      <h2 className={classes.question}>{question}</h2>
      <Steps steps={steps} running={running} />
      {error && (
        <Alert color="margin" variant="light" role="alert" title={t.failed}>
          {error}
        </Alert>
      )}
      {status === 'cancelled' && <Alert color="gray">{t.stopped}</Alert>}
      {text && (
        <section className={classes.answer} aria-label={t.answer}>
          <Suspense fallback={<Skeleton height={48} />}>
            <Words text={text} />
          </Suspense>
        </section>
      )}
      {chart && table && <ResultChart key={id} chart={chart} table={table} />}
      {table && <ResultTable key={`table-${id}`} result={table} question={question} />}
      {!table && !running && sql && status === 'answered' && <p className={classes.note}>{t.rowsGone}</p>}
      {sql && (
        <Statement
          key={`sql-${id}`}
          sql={sql}
          run={running ? undefined : (own) => ask({ sql: own, connectionId })}
        />
      )}
      <Group gap="xs">
        {running ? (
          <Button
            size="xs"
            fz="sm"
            variant="default"
            leftSection={<Square size={13} />}
            onClick={() => void cancel(id).catch(sayFailed)}
          >
            {t.stop}
          </Button>
        ) : (
          <Button
            size="xs"
            fz="sm"
            variant={error ? 'filled' : 'default'}
            leftSection={<RotateCcw size={14} />}
            onClick={() => ask(again)}
          >
            {error ? t.retry : asked.question ? t.regenerate : t.runAgain}
          </Button>
        )}
        {asked.question && !running && (
          <ButtonLink
            to="/dashboard/ask"
            search={{ q: asked.question }}
            size="xs"
            fz="sm"
            variant="subtle"
            color="gray"
          >
            {t.editQuestion}
          </ButtonLink>
        )}
        {text && !running && <Copy value={text} label={t.copyAnswer} />}
      </Group>
    </article>
  );
}
