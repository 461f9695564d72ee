import type { Run } from '~/shared/api/models';
import type { Part, ResultChart, ResultTable } from './parts';

export type Step = {
  id: string;
  kind: 'step' | 'tool';
  label: string;
  state: 'running' | 'done' | 'failed';
  detail: string | null;
};

/** Everything that has arrived of one answer. */
export type Answer = {
  status: Run['status'];
  runId: string | null;
  steps: Step[];
  sql: string | null;
  table: ResultTable | null;
  chart: ResultChart | null;
  text: string;
  error: string | null;
};

export const noAnswer: Answer = {
  status: 'running',
  runId: null,
  steps: [],
  sql: null,
  table: null,
  chart: null,
  text: '',
  error: null,
};

/** The answer after one more part. */
export function withPart(answer: Answer, part: Part): Answer {
  switch (part.type) {
    case 'start':
      // A joined stream begins again from its first part.
      return { ...noAnswer, runId: part.messageId ?? answer.runId };
    case 'data-step':
      return withStep(answer, { id: part.id, kind: 'step', ...part.data, detail: part.data.detail ?? null });
    case 'tool-input-available':
      return withStep(answer, {
        id: part.toolCallId,
        kind: 'tool',
        label: part.toolName,
        state: 'running',
        detail: null,
      });
    case 'tool-output-available':
      return endTool(answer, part.toolCallId, 'done', summaryOf(part.output));
    case 'tool-output-error':
      return endTool(answer, part.toolCallId, 'failed', part.errorText);
    case 'data-sql':
      return { ...answer, sql: part.data.sql };
    case 'data-table':
      return { ...answer, table: part.data };
    case 'data-chart':
      return { ...answer, chart: part.data };
    case 'text-start':
      return { ...answer, text: answer.text === '' ? '' : `${answer.text}\n\n` };
    case 'text-delta':
      return { ...answer, text: answer.text + part.delta };
    case 'text-end':
      return answer;
    case 'error':
      return close({ ...answer, error: part.errorText }, 'failed');
    case 'abort':
      return close(answer, 'cancelled');
    case 'finish':
      return close(answer, 'answered');
  }
}

/** An answer whose stream ended without saying how. */
export const broken = (answer: Answer, why: string): Answer =>
  answer.status === 'running' ? close({ ...answer, error: why }, 'failed') : answer;

/** What the server keeps of a run whose parts are no longer in its memory. */
export function answerOf(run: Run, parts: Part[]): Answer {
  const streamed = parts.reduce(withPart, { ...noAnswer, runId: run.id });
  return {
    ...streamed,
    runId: run.id,
    status: run.status,
    sql: streamed.sql ?? run.sql,
    chart: streamed.chart ?? (run.chart && { ...run.chart }),
    text: streamed.text || (run.answer ?? ''),
    error: streamed.error ?? run.error,
  };
}

function close(answer: Answer, status: Exclude<Run['status'], 'running'>): Answer {
  if (answer.status !== 'running') return answer;
  const left = status === 'answered' ? 'done' : 'failed';
  const steps = answer.steps.map((step) =>
    step.state === 'running' ? ({ ...step, state: left } as const) : step,
  );
  return { ...answer, steps, status };
}

function withStep(answer: Answer, step: Step): Answer {
  const known = answer.steps.some(({ id }) => id === step.id);
  const steps = known
    ? answer.steps.map((old) => (old.id === step.id ? step : old))
    : [...answer.steps, step];
  return { ...answer, steps };
}

function endTool(answer: Answer, id: string, state: Step['state'], detail: string | null): Answer {
  const steps = answer.steps.map((step) => (step.id === id ? { ...step, state, detail } : step));
  return { ...answer, steps };
}

function summaryOf(output: unknown): string | null {
  if (output !== null && typeof output === 'object' && 'summary' in output) return String(output.summary);
  return typeof output === 'string' ? output : null;
}
