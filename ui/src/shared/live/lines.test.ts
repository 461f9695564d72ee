// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { onALine } from './lines';

/** Locks by name as a browser keeps them. */
function fakeLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, { signal }: { signal: AbortSignal }, task: () => Promise<void>) => {
      const mine = (last.get(name) ?? Promise.resolve()).then(() =>
        signal.aborted ? Promise.reject(signal.reason) : task(),
      );
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('holds three lines at most, and lets the next one on when somebody hangs up', async () => {
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: fakeLocks() }));
  const hangUps: (() => void)[] = [];
  const call = () =>
    onALine(() => new Promise<void>((done) => hangUps.push(done)), new AbortController().signal);
  const calls = [call(), call(), call(), call()];
  await vi.waitFor(() => expect(hangUps).toHaveLength(3));
  hangUps[1]?.();
  await vi.waitFor(() => expect(hangUps).toHaveLength(4));
  for (const hangUp of hangUps) hangUp();
  await Promise.all(calls);
});

it('waits no longer when it is given up', async () => {
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: fakeLocks() }));
  const ends: (() => void)[] = [];
  const busy = [1, 2, 3].map(() =>
    onALine(() => new Promise<void>((done) => ends.push(done)), new AbortController().signal),
  );
  await vi.waitFor(() => expect(ends).toHaveLength(3));
  const task = vi.fn(async () => undefined);
  const stop = new AbortController();
  const late = onALine(task, stop.signal);
  stop.abort();
  for (const end of ends) end();
  await Promise.all(busy);
  await expect(late).rejects.toBeDefined();
  expect(task).not.toHaveBeenCalled();
});
