/** What the session-keeping fetch needs from its surroundings, so that tests can bring their own. */
export type Surroundings = {
  fetch: (request: Request) => Promise<Response>;
  cookie: () => string;
  /** Runs one task at a time across all tabs. */
  exclusively: <T>(task: () => Promise<T>) => Promise<T>;
  /** When any tab last refreshed; shared by all tabs. */
  refreshedAt: { get: () => number; set: (time: number) => void };
  now: () => number;
  signedOut: () => void;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A 401 of these is an answer to what was typed, not the end of the session. */
const ENTRY = /^\/api\/(auth\/|setup)/;

export function csrfToken(cookies: string): string | null {
  const found = cookies.split('; ').find((c) => c.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : null;
}

/**
 * A fetch that carries the CSRF token and the highest seen log position, and that renews an expired session once,
 * in one tab only, before it gives up.
 */
export function createSessionFetch(around: Surroundings) {
  let position = 0;
  let renewal: Promise<boolean> | null = null;

  async function send(request: Request): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('Daybook-Client', 'web');
    if (SAFE.has(request.method)) {
      const wanted = Math.max(position, Number(headers.get('Daybook-Position')) || 0);
      if (wanted > 0) headers.set('Daybook-Position', String(wanted));
    } else {
      headers.set('X-XSRF-TOKEN', await token());
    }
    const response = await around.fetch(new Request(request, { headers, credentials: 'same-origin' }));
    position = Math.max(position, Number(response.headers.get('Daybook-Position')) || 0);
    return response;
  }

  async function token(): Promise<string> {
    if (!csrfToken(around.cookie())) {
      await around.fetch(new Request(new URL('/api/setup', location.origin)));
    }
    return csrfToken(around.cookie()) ?? '';
  }

  function renew(since: number): Promise<boolean> {
    renewal ??= around
      .exclusively(async () => {
        if (around.refreshedAt.get() > since) return true;
        const answer = await send(
          new Request(new URL('/api/auth/refresh', location.origin), { method: 'POST' }),
        );
        if (answer.ok) around.refreshedAt.set(around.now());
        // Only a refusal ends the session; a server that is away does not.
        if (!answer.ok && answer.status !== 401) throw new TypeError('refresh failed');
        return answer.ok;
      })
      .finally(() => {
        renewal = null;
      });
    return renewal;
  }

  async function sessionFetch(request: Request): Promise<Response> {
    const started = around.now();
    const again = request.clone();
    const response = await send(request);
    if (response.status !== 401 || ENTRY.test(new URL(request.url).pathname)) return response;
    if (await renew(started)) {
      const second = await send(again);
      if (second.status !== 401) return second;
    }
    around.signedOut();
    return response;
  }

  return {
    fetch: sessionFetch,
    /** Something was told of outside of an answer: whatever is asked next shows at least that. */
    saw: (told: number) => {
      position = Math.max(position, told);
    },
    /** Positions of an earlier sign-in mean nothing to the next. */
    forget: () => {
      position = 0;
    },
  };
}
