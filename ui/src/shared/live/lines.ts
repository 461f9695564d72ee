/**
 * Answers that stream for as long as they take (a question, a verification) each hold a connection, of which a browser
 * opens six to a server: so many at once in all tabs together, and there is always one left for everything else.
 */
const LINES = ['daybook-line-1', 'daybook-line-2', 'daybook-line-3'];

/** Does something that holds a connection for long, as soon as one may be held. */
export async function onALine<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (!('locks' in navigator)) return task();
  const hangUp = await freeLine(signal);
  try {
    return await task();
  } finally {
    hangUp();
  }
}

/** The first line that is free, and how to give it back. */
function freeLine(signal: AbortSignal): Promise<() => void> {
  const search = new AbortController();
  signal.addEventListener('abort', () => search.abort(signal.reason), { once: true });
  return new Promise((found, failed) => {
    let has = false;
    const hold = () =>
      has
        ? undefined
        : new Promise<void>((hangUp) => {
            has = true;
            found(hangUp);
            search.abort();
          });
    for (const line of LINES) {
      // The searches that are given up fail; the first one has been answered by then.
      navigator.locks.request(line, { signal: search.signal }, hold).catch(failed);
    }
  });
}
