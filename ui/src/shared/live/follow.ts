import { asProblem } from '~/shared/api/problem';
import { openEvents, readEvents, type ServerEvent } from './events';

export type Followed = {
  onEvent: (event: ServerEvent) => void;
  onState?: (open: boolean) => void;
  /** Called when the stream is open again after a gap, in which events may have been missed. */
  onGap?: () => void;
  /** How long the stream may be silent, heartbeats counted, before it is taken for dead. */
  silence?: number;
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;

/** The wait before the next attempt: doubled each time, with jitter so that many browsers do not return at once. */
export const backOff = (attempt: number, chance = Math.random()) =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + chance / 2);

/** Stays on a stream of events for as long as the returned function has not been called. */
export function follow(path: string, { onEvent, onState, onGap, silence }: Followed): () => void {
  const stop = new AbortController();
  let attempt = 0;
  let everOpen = false;

  async function once() {
    const response = await openEvents(path, stop.signal);
    onState?.(true);
    if (everOpen) onGap?.();
    everOpen = true;
    attempt = 0;
    await readEvents(response, onEvent, silence);
  }

  async function stay() {
    while (!stop.signal.aborted) {
      try {
        await once();
      } catch (cause) {
        const { status } = asProblem(cause);
        // A refusal will not change by asking again; the session's end is handled where requests are made.
        if (status >= 400 && status < 500 && status !== 429) return;
      }
      if (stop.signal.aborted) return;
      onState?.(false);
      await pause(backOff(attempt++), stop.signal);
    }
  }

  void stay();
  return () => stop.abort();
}

/** Waits, but no longer than until the browser is online again or the stream is given up. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
