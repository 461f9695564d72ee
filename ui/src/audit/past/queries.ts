import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';
import type { ListSearch, PastSearch } from './past-search';

/** A thing as it was; the server takes a moment that is absent for now. */
export const pastThing = (kind: string, id: string, { at, against }: PastSearch) =>
  queryOptions({
    queryKey: ['past', kind, id, at ?? 'now', against ?? null],
    queryFn: () =>
      body(
        api.GET('/api/history/{kind}/{id}', {
          params: {
            path: { kind, id },
            query: {
              ...(at && { at: String(at) }),
              ...(against && { against: against === 'now' ? '' : String(against) }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    // What was, stays; only now moves on.
    staleTime: at && against !== 'now' ? Number.POSITIVE_INFINITY : 0,
  });

/** Everything of a kind that there was at a moment, a page at a time. */
export const pastList = (kind: string, { at, ended }: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ['past', kind, 'all', at ?? 'now', ended ?? false],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/history/{kind}', {
          params: {
            path: { kind },
            query: {
              limit: 50,
              ...(at && { at: String(at) }),
              ...(ended && { ended }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: at ? Number.POSITIVE_INFINITY : 0,
  });
