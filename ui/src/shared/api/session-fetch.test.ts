// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionFetch, csrfToken } from './session-fetch';

const ask = (path: string, init?: RequestInit) => new Request(new URL(path, location.origin), init);
const answer = (status: number, headers?: HeadersInit) =>
  new Response(status === 204 ? null : '{}', { status, headers });

function browser(answers: (request: Request) => Response) {
  const seen: Request[] = [];
  let time = 1;
  let refreshedAt = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const signedOut = vi.fn();
  const session = createSessionFetch({
    fetch: async (request) => {
      seen.push(request);
      return answers(request);
    },
    cookie: () => 'a=b; XSRF-TOKEN=tok%2Ben',
    exclusively: (task) => {
      const mine = queue.then(task);
      queue = mine.catch(() => undefined);
      return mine;
    },
    refreshedAt: {
      get: () => refreshedAt,
      set: (moment) => {
        refreshedAt = moment;
      },
    },
    now: () => time++,
    signedOut,
  });
  const paths = () => seen.map((request) => new URL(request.url).pathname);
  return {
    session,
    seen,
    paths,
    signedOut,
    refreshedElsewhere: () => {
      refreshedAt = 1000;
    },
  };
}

describe('the session-keeping fetch', () => {
  let expired = true;
  const expiring = (request: Request) => {
    if (request.url.endsWith('/refresh')) {
      expired = false;
      return answer(200);
    }
    return answer(expired ? 401 : 200);
  };
  beforeEach(() => {
    expired = true;
  });

  it('finds the token among the cookies', () => {
    expect(csrfToken('x=1; XSRF-TOKEN=a%2Bb; y=2')).toBe('a+b');
    expect(csrfToken('x=1')).toBeNull();
  });

  it('sends the CSRF token with writes and not with reads', async () => {
    const { session, seen } = browser(() => answer(204));
    await session.fetch(ask('/api/projects', { method: 'POST', body: '{}' }));
    await session.fetch(ask('/api/projects'));
    expect(seen.map((request) => request.headers.get('X-XSRF-TOKEN'))).toEqual(['tok+en', null]);
    expect(seen[0]?.headers.get('Daybook-Client')).toBe('web');
  });

  it('reads what it wrote: it sends the highest position that it has seen', async () => {
    const positions = ['7', '5'];
    const { session, seen } = browser((request) =>
      answer(200, request.method === 'POST' ? { 'Daybook-Position': positions.shift() ?? '' } : {}),
    );
    await session.fetch(ask('/api/projects', { method: 'POST' }));
    await session.fetch(ask('/api/projects', { method: 'POST' }));
    await session.fetch(ask('/api/projects'));
    expect(seen.at(-1)?.headers.get('Daybook-Position')).toBe('7');
    session.saw(9);
    session.saw(8);
    await session.fetch(ask('/api/projects'));
    expect(seen.at(-1)?.headers.get('Daybook-Position')).toBe('9');
    session.forget();
    await session.fetch(ask('/api/projects'));
    expect(seen.at(-1)?.headers.get('Daybook-Position')).toBeNull();
  });

  it('renews an expired session and repeats the request with its body', async () => {
    const { session, seen, paths, signedOut } = browser(expiring);
    const response = await session.fetch(ask('/api/projects', { method: 'POST', body: '{"name":"x"}' }));
    expect(response.status).toBe(200);
    expect(paths()).toEqual(['/api/projects', '/api/auth/refresh', '/api/projects']);
    expect(await seen.at(-1)?.text()).toBe('{"name":"x"}');
    expect(signedOut).not.toHaveBeenCalled();
  });

  it('renews once for many requests that expire together', async () => {
    const { session, paths } = browser(expiring);
    await Promise.all([1, 2, 3].map((n) => session.fetch(ask(`/api/runs/${n}`))));
    expect(paths().filter((path) => path === '/api/auth/refresh')).toHaveLength(1);
  });

  it('does not renew what another tab has just renewed', async () => {
    const { session, paths, refreshedElsewhere } = browser(() => answer(paths().length > 1 ? 200 : 401));
    refreshedElsewhere();
    expect((await session.fetch(ask('/api/runs'))).status).toBe(200);
    expect(paths()).toEqual(['/api/runs', '/api/runs']);
  });

  it('signs out when the renewal is refused too', async () => {
    const { session, signedOut } = browser(() => answer(401));
    expect((await session.fetch(ask('/api/runs'))).status).toBe(401);
    expect(signedOut).toHaveBeenCalledOnce();
  });

  it('keeps the session when the server is away during the renewal', async () => {
    const { session, signedOut } = browser((request) => answer(request.url.endsWith('/refresh') ? 503 : 401));
    await expect(session.fetch(ask('/api/runs'))).rejects.toThrow();
    expect(signedOut).not.toHaveBeenCalled();
  });

  it('takes a refused sign-in for what it is', async () => {
    const { session, paths, signedOut } = browser(() => answer(401));
    await session.fetch(ask('/api/auth/login', { method: 'POST', body: '{}' }));
    expect(paths()).toEqual(['/api/auth/login']);
    expect(signedOut).not.toHaveBeenCalled();
  });
});
