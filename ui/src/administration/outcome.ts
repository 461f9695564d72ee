import type { QueryClient } from '@tanstack/react-query';
import type { DeadLetter, Page } from '~/shared/api/models';

const LISTS = ['dead-letters'];
const LOOKS = 20;
const BETWEEN = 500;

type Lists = { pages: Page<DeadLetter>[] };

/**
 * What became of a parked event that was ordered to be tried again or skipped. Whoever parked it does so in its own
 * time, so the list is read until it shows that; after ten seconds nobody waits any longer.
 */
export async function outcomeOf(letter: DeadLetter, queries: QueryClient): Promise<Outcome> {
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await new Promise((done) => setTimeout(done, BETWEEN));
    await queries.refetchQueries({ queryKey: LISTS });
    const now = listed(queries).find(
      ({ group, eventId }) => group === letter.group && eventId === letter.eventId,
    );
    if (!now) return 'gone';
    if (now.attempts !== letter.attempts) return 'parked-again';
  }
  return 'unknown';
}

export type Outcome = 'gone' | 'parked-again' | 'unknown';

const listed = (queries: QueryClient) =>
  queries
    .getQueriesData<Lists>({ queryKey: LISTS, type: 'active' })
    .flatMap(([, lists]) => lists?.pages ?? [])
    .flatMap(({ items }) => items);
