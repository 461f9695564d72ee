import type { QueryClient } from '@tanstack/react-query';
import { api, body, call } from '~/shared/api/client';
import type { NewRun } from '~/shared/api/models';
import { asProblem, Problem } from '~/shared/api/problem';
import { openEvents, readEvents } from '~/shared/live/events';
import { onALine } from '~/shared/live/lines';
import { texts } from '~/shared/texts/en';
import { type Answer, answerOf, broken, noAnswer, withPart } from './answer';
import { parsePart, readPart } from './parts';

/** One question as this tab sees it: what was asked, what has arrived, and why it could not be asked. */
export type Asked = { asked: NewRun; answer: Answer; refusal: Problem | null };

type Entry = { state: Asked; listeners: Set<() => void>; stop: AbortController };

/** The questions of this tab by their runs. They go on while one looks at another page. */
const entries = new Map<string, Entry>();

const update = (entry: Entry, change: Partial<Asked>) => {
  entry.state = { ...entry.state, ...change };
  for (const listener of entry.listeners) listener();
};

const newEntry = (asked: NewRun): Entry => ({
  state: { asked, answer: noAnswer, refusal: null },
  listeners: new Set(),
  stop: new AbortController(),
});

async function receive(entry: Entry, response: Response) {
  await readEvents(response, ({ data }) => {
    const part = parsePart(data);
    if (part) update(entry, { answer: withPart(entry.state.answer, part) });
  });
  update(entry, { answer: broken(entry.state.answer, texts.assistant.lost) });
}

async function guarded(entry: Entry, task: () => Promise<void>) {
  try {
    await task();
  } catch (cause) {
    if (entry.stop.signal.aborted) return;
    const { answer } = entry.state;
    if (answer.steps.length > 0) update(entry, { answer: broken(answer, texts.assistant.lost) });
    else update(entry, { refusal: asProblem(cause), answer: { ...answer, status: 'failed' } });
  }
}

/** Asks, and answers as soon as the run has a name; a refusal is thrown. */
export function ask(asked: NewRun, queries: QueryClient): Promise<string> {
  const entry = newEntry(asked);
  const { signal } = entry.stop;
  const look = (...key: string[]) => void queries.invalidateQueries({ queryKey: key });
  return new Promise((named, refused) => {
    const listen = async () => {
      const response = await call(
        new Request(new URL('/api/runs', location.origin), {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
          body: JSON.stringify(asked),
          signal,
        }),
      );
      const id = response.headers.get('Daybook-Run');
      if (!id) throw new Problem(502);
      entries.set(id, entry);
      named(id);
      look('runs', 'recent');
      await guarded(entry, () => receive(entry, response));
      look('runs', 'recent');
      look('dashboard');
    };
    onALine(listen, signal).catch(refused);
  });
}

/** Opens a run that this tab did not start or no longer knows: the kept parts, then the rest as it comes. */
function open(id: string): Entry {
  const entry = newEntry({});
  entries.set(id, entry);
  void guarded(entry, async () => {
    const run = await body(api.GET('/api/runs/{id}', { params: { path: { id } } }));
    const parts = run.parts.map(readPart).filter((part) => part !== null);
    update(entry, {
      asked: { question: run.question ?? undefined, connectionId: run.connectionId ?? undefined },
      answer: answerOf(run, parts),
    });
    if (run.status !== 'running') return;
    const { signal } = entry.stop;
    await onALine(async () => {
      const response = await openEvents(`/api/runs/${id}/stream`, signal);
      if (response.status !== 204) await receive(entry, response);
      else update(entry, { answer: broken(entry.state.answer, texts.assistant.lost) });
    }, signal);
  });
  return entry;
}

export function subscribe(id: string, listener: () => void): () => void {
  const entry = entries.get(id) ?? open(id);
  entry.listeners.add(listener);
  return () => entry.listeners.delete(listener);
}

export const read = (id: string): Asked | null => entries.get(id)?.state ?? null;

/** Looks a run up anew, after it could not be read. */
export function forget(id: string) {
  entries.get(id)?.stop.abort();
  entries.delete(id);
}

export async function cancel(id: string) {
  await api.DELETE('/api/runs/{id}', { params: { path: { id } } });
}

/** Nothing of one person's answers is left for the next. */
export function forgetAll() {
  for (const id of [...entries.keys()]) forget(id);
}
