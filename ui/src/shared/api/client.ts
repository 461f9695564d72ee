import createClient from 'openapi-fetch';
import { Problem, problemOf } from './problem';
import type { paths } from './schema';
import { createSessionFetch } from './session-fetch';

type SignedOutListener = () => void;
const listeners = new Set<SignedOutListener>();

/** Calls back when the server no longer knows this session. */
export function onSignedOut(listener: SignedOutListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const REFRESHED = 'daybook-refreshed-at';

export const session = createSessionFetch({
  fetch: (request) => globalThis.fetch(request),
  cookie: () => document.cookie,
  exclusively: (task) => ('locks' in navigator ? navigator.locks.request('daybook-refresh', task) : task()),
  refreshedAt: {
    get: () => Number(localStorage.getItem(REFRESHED)) || 0,
    set: (time) => localStorage.setItem(REFRESHED, String(time)),
  },
  now: () => Date.now(),
  signedOut: () => {
    for (const listener of listeners) listener();
  },
});

/** A request that ends in an answer or in a {@link Problem}, never in a bare network error. */
export async function call(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await session.fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new Problem(0);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: call });

/** The body of an answer; refusals have been thrown by then. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
