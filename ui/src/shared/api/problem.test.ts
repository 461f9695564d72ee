import { describe, expect, it } from 'vitest';
import { texts } from '~/shared/texts/en';
import { sentenceOf } from '~/shared/texts/problems';
import { asProblem, Problem, problemOf } from './problem';

const json = (status: number, body: unknown, headers?: HeadersInit) =>
  new Response(JSON.stringify(body), { status, headers });

describe('a refusal', () => {
  it('keeps its kind, its request id and the fields that it names', async () => {
    const problem = await problemOf(
      json(422, {
        type: '/problems/connection-failed',
        reason: 'wrong-password',
        requestId: 'r-1',
        errors: [{ field: 'uri', message: 'no' }],
      }),
    );
    expect(problem).toMatchObject({ slug: 'connection-failed', requestId: 'r-1', fields: { uri: 'no' } });
    expect(sentenceOf(problem)).toBe(texts.connections.reasons['wrong-password']);
  });

  it('prefers the server’s sentence to a general one', async () => {
    expect(sentenceOf(await problemOf(json(409, { detail: 'The name is taken.' })))).toBe(
      'The name is taken.',
    );
  });

  it('says how long to wait', async () => {
    const problem = await problemOf(json(429, {}, { 'Retry-After': '30' }));
    expect(sentenceOf(problem)).toContain('30');
  });

  it('has a sentence for answers that are not JSON, and for no answer', async () => {
    expect(sentenceOf(await problemOf(new Response('<html>', { status: 502 })))).toBe(
      texts.common.problems.server,
    );
    expect(sentenceOf(asProblem(new TypeError('fetch failed')))).toBe(texts.common.problems.offline);
    expect(sentenceOf(new Problem(412, { detail: 'etag' }))).toBe(texts.common.problems.stale);
  });
});
