import type { Problem } from '~/shared/api/problem';
import { texts } from './en';
import { duration } from './format';

const t = texts.common.problems;

/** One sentence that a person can act on. The server's own words are preferred where it gave any. */
export function sentenceOf(problem: Problem): string {
  if (problem.offline) return t.offline;
  if (problem.status === 429) {
    return problem.retryAfter ? t.tooManyFor(duration(problem.retryAfter * 1000)) : t.tooMany;
  }
  const known = connectionSentence(problem);
  if (known) return known;
  if (problem.status === 412) return t.stale;
  if (problem.status >= 500) return problem.message || t.server;
  if (problem.message) return problem.message;
  if (problem.status === 403) return t.forbidden;
  if (problem.status === 404) return t.missing;
  if (problem.status === 413) return t.tooLarge;
  return t.unknown;
}

/** What to do about a connection that was refused; the server's detail follows where it adds something. */
export function connectionSentence(problem: Problem): string | null {
  if (problem.slug !== 'connection-failed' || !problem.reason) return null;
  const advice: Record<string, string | undefined> = texts.connections.reasons;
  return advice[problem.reason] ?? null;
}
