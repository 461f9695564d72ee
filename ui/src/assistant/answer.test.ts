import { describe, expect, it } from 'vitest';
import type { Run } from '~/shared/api/models';
import { answerOf, broken, noAnswer, withPart } from './answer';
import { type Part, parsePart } from './parts';

const read = (...raw: unknown[]) =>
  raw.map((part) => parsePart(JSON.stringify(part))).filter((part): part is Part => part !== null);
const fold = (...raw: unknown[]) => read(...raw).reduce(withPart, noAnswer);

const table = {
  columns: [{ name: 'n', type: 'number' }],
  rows: [[1]],
  rowCount: 1,
  truncated: false,
  durationMs: 3,
};

describe('an answer that streams in', () => {
  it('gathers steps, statement, table, chart and words', () => {
    const answer = fold(
      { type: 'start', messageId: 'r1' },
      { type: 'data-step', id: 's1', data: { label: 'Reading the schema', state: 'running' } },
      { type: 'start-step' },
      { type: 'tool-input-available', toolCallId: 't1', toolName: 'run_query', input: {} },
      { type: 'tool-output-available', toolCallId: 't1', output: { summary: '1 row' } },
      { type: 'finish-step' },
      { type: 'data-step', id: 's1', data: { label: 'Read the schema', state: 'done', detail: '6 tables' } },
      { type: 'data-sql', id: 'q', data: { sql: 'select 1' } },
      { type: 'data-table', id: 'd', data: table },
      { type: 'data-chart', id: 'c', data: { kind: 'bar', x: 'a', y: ['n'], title: 'N' } },
      { type: 'text-start', id: 'x' },
      { type: 'text-delta', id: 'x', delta: 'It is ' },
      { type: 'text-delta', id: 'x', delta: '**one**.' },
      { type: 'text-end', id: 'x' },
      { type: 'finish' },
    );
    expect(answer).toMatchObject({
      status: 'answered',
      runId: 'r1',
      sql: 'select 1',
      text: 'It is **one**.',
      table,
    });
    expect(answer.steps).toEqual([
      { id: 's1', kind: 'step', label: 'Read the schema', state: 'done', detail: '6 tables' },
      { id: 't1', kind: 'tool', label: 'run_query', state: 'done', detail: '1 row' },
    ]);
  });

  it('skips what it does not know and what is malformed', () => {
    expect(parsePart('{"type":"reasoning-delta","delta":"hm"}')).toBeNull();
    expect(parsePart('[DONE]')).toBeNull();
    expect(parsePart('{"type":"data-table","data":{"rows":3}}')).toBeNull();
    expect(parsePart('{"type":"data-chart","data":{"kind":"radar","x":"a","y":[]}}')).toMatchObject({
      data: { kind: 'none' },
    });
  });

  it('begins again when a joined stream replays its parts, so that no word is doubled', () => {
    const words = [
      { type: 'start', messageId: 'r1' },
      { type: 'text-start', id: 'x' },
      { type: 'text-delta', id: 'x', delta: 'Once' },
    ];
    expect(fold(...words, ...words).text).toBe('Once');
  });

  it('ends its running steps with it, as failed when it failed', () => {
    const step = { type: 'data-step', id: 's', data: { label: 'Asking', state: 'running' } };
    expect(fold(step, { type: 'error', errorText: 'gone' })).toMatchObject({
      status: 'failed',
      error: 'gone',
      steps: [{ state: 'failed' }],
    });
    expect(fold(step, { type: 'finish' }).steps[0]?.state).toBe('done');
  });

  it('stays failed or stopped although a finish follows', () => {
    expect(fold({ type: 'error', errorText: 'x' }, { type: 'finish' }).status).toBe('failed');
    expect(fold({ type: 'abort' }, { type: 'finish' }).status).toBe('cancelled');
  });

  it('is broken only when nothing said how it ended', () => {
    expect(broken(fold({ type: 'finish' }), 'lost').error).toBeNull();
    expect(broken(noAnswer, 'lost')).toMatchObject({ status: 'failed', error: 'lost' });
  });

  it('falls back to what the server keeps when the rows are gone', () => {
    const run = {
      id: 'r9',
      status: 'answered',
      sql: 'select 2',
      answer: 'Two.',
      chart: null,
      error: null,
    } as Run;
    expect(answerOf(run, [])).toMatchObject({
      runId: 'r9',
      status: 'answered',
      sql: 'select 2',
      text: 'Two.',
      table: null,
    });
    expect(
      answerOf(run, read({ type: 'start', messageId: 'r9' }, { type: 'data-table', id: 'd', data: table }))
        .table,
    ).toEqual(table);
  });
});
