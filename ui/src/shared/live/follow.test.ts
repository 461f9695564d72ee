// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backOff, follow } from './follow';

const stream = (...events: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const event of events) controller.enqueue(new TextEncoder().encode(event));
        controller.close();
      },
    }),
  );

describe('following a stream', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits longer each time, within bounds', () => {
    expect([0, 1, 2, 30].map((attempt) => backOff(attempt, 1))).toEqual([500, 1000, 2000, 20_000]);
    expect(backOff(0, 0)).toBe(250);
  });

  it('hands on named events, comes back after the stream ends, and tells of the gap', async () => {
    const answers = [stream('event: activity\ndata: {"a":', '1}\n\n: beat\n\n'), stream('data: two\n\n')];
    const fetched = vi.fn(async () => answers.shift() ?? new Response(new ReadableStream()));
    vi.stubGlobal('fetch', fetched);
    const seen: string[] = [];
    const onGap = vi.fn();
    const stop = follow('/api/live', { onEvent: ({ event, data }) => seen.push(`${event}:${data}`), onGap });
    await vi.advanceTimersByTimeAsync(10);
    expect(seen).toEqual(['activity:{"a":1}']);
    expect(onGap).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(600);
    expect(seen).toEqual(['activity:{"a":1}', 'undefined:two']);
    expect(onGap).toHaveBeenCalled();
    stop();
  });

  it('takes a line for dead on which even the heartbeat has stopped', async () => {
    let beat: ReadableStreamDefaultController<Uint8Array> | undefined;
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      beat = controller;
    };
    const fetched = vi.fn(async () => new Response(new ReadableStream<Uint8Array>({ start })));
    vi.stubGlobal('fetch', fetched);
    const stop = follow('/api/live', { onEvent: () => undefined, silence: 45_000 });
    await vi.advanceTimersByTimeAsync(30_000);
    beat?.enqueue(new TextEncoder().encode(': beat\n\n'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fetched).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fetched).toHaveBeenCalledTimes(2);
    stop();
  });

  it('gives up when it is refused, and keeps trying when the server is away', async () => {
    const refused = vi.fn(async () => new Response('{}', { status: 403 }));
    vi.stubGlobal('fetch', refused);
    follow('/api/live', { onEvent: () => undefined });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refused).toHaveBeenCalledOnce();

    const away = vi.fn(async () => Promise.reject(new TypeError('fetch failed')));
    vi.stubGlobal('fetch', away);
    const stop = follow('/api/live', { onEvent: () => undefined });
    await vi.advanceTimersByTimeAsync(5_000);
    stop();
    const tries = away.mock.calls.length;
    expect(tries).toBeGreaterThan(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(away).toHaveBeenCalledTimes(tries);
  });
});
