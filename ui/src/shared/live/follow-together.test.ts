// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { followTogether } from './follow-together';

/** Locks as a browser keeps them, for the tabs of one test. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_: string, { signal }: { signal: AbortSignal }, task: () => Promise<void>) => {
      const mine = last.then(() => (signal.aborted ? undefined : task()));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('opens one stream for all tabs, tells each of them, and passes it on when a tab closes', async () => {
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: fakeLocks() }));
  const lines: ReadableStreamDefaultController<Uint8Array>[] = [];
  const fetched = vi.fn(async () => {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => void lines.push(controller);
    return new Response(new ReadableStream<Uint8Array>({ start }));
  });
  vi.stubGlobal('fetch', fetched);
  const say = (line: number, data: string) =>
    lines[line]?.enqueue(new TextEncoder().encode(`data: ${data}\n\n`));
  const tab = () => {
    const seen: string[] = [];
    const onState = vi.fn();
    const onGap = vi.fn();
    const stop = followTogether('/api/live', { onEvent: ({ data }) => seen.push(data), onState, onGap });
    return { seen, onState, onGap, stop };
  };

  const first = tab();
  await vi.waitFor(() => expect(first.onState).toHaveBeenCalledWith(true));
  const second = tab();
  await vi.waitFor(() => expect(second.onState).toHaveBeenCalledWith(true));
  say(0, 'one');
  await vi.waitFor(() => expect([first.seen, second.seen]).toEqual([['one'], ['one']]));
  expect(fetched).toHaveBeenCalledOnce();

  first.stop();
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  expect(second.onGap).toHaveBeenCalled();
  await vi.waitFor(() => expect(lines).toHaveLength(2));
  say(1, 'two');
  await vi.waitFor(() => expect(second.seen).toEqual(['one', 'two']));
  expect(first.seen).toEqual(['one']);
  second.stop();
});
