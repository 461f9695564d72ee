import type { QueryClient } from '@tanstack/react-query';
import { call } from '~/shared/api/client';
import type { LogVerdict, VerificationStep } from '~/shared/api/models';
import { asProblem, type Problem } from '~/shared/api/problem';
import { readEvents } from '~/shared/live/events';
import { onALine } from '~/shared/live/lines';

export type Walk =
  | { state: 'idle' }
  | { state: 'walking'; events: number; expected: number; since: number }
  | { state: 'through'; verdict: LogVerdict }
  | { state: 'lost' }
  | { state: 'refused'; problem: Problem };

/** Walks along the log and tells how far it is; ends when the signal says so. */
export async function walk(checkpoints: string[], signal: AbortSignal, tell: (walk: Walk) => void) {
  const since = Date.now();
  let through = false;
  tell({ state: 'walking', events: 0, expected: 0, since });
  const listen = async () => {
    const response = await call(
      new Request(new URL('/api/admin/audit/verify', location.origin), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
        body: JSON.stringify({ checkpoints }),
        signal,
      }),
    );
    await readEvents(response, ({ data }) => {
      const { events, expected, verdict } = JSON.parse(data) as VerificationStep;
      if (verdict) through = true;
      tell(verdict ? { state: 'through', verdict } : { state: 'walking', events, expected, since });
    });
  };
  try {
    await onALine(listen, signal);
    if (!through) tell({ state: 'lost' });
  } catch (cause) {
    tell(signal.aborted ? { state: 'idle' } : { state: 'refused', problem: asProblem(cause) });
  }
}

export const forgetCheckpoints = (queries: QueryClient) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['checkpoints'] }),
    queries.invalidateQueries({ queryKey: ['checkpoint-keys'] }),
  ]);
