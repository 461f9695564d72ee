import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';
import { type LogSearch, logQuery } from './log-search';

/** The log, newest first, a page at a time. */
export const logPages = (search: LogSearch) => {
  const query = logQuery(search);
  const path = search.scope === 'all' ? '/api/audit' : '/api/activity';
  return infiniteQueryOptions({
    queryKey: ['log', path, query],
    queryFn: ({ pageParam }) =>
      body(
        api.GET(path, {
          params: { query: { ...query, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
  });
};

/** What follows what was seen, read when the log has come at least as far as a position. */
export const newerEntries = (search: LogSearch, after: string, position: number) =>
  body(
    api.GET(search.scope === 'all' ? '/api/audit' : '/api/activity', {
      params: {
        query: { ...logQuery(search), after, limit: 100 },
        header: { 'Daybook-Position': String(Math.max(0, position)) },
      },
    }),
  );

/** One entry with what led to it and what came of it; it never changes, only effects are added. */
export const logTrail = (all: boolean, at: number) =>
  queryOptions({
    queryKey: ['log', 'trail', all, at],
    queryFn: () =>
      body(api.GET(all ? '/api/audit/{at}' : '/api/activity/{at}', { params: { path: { at } } })),
    staleTime: 5_000,
  });

/** The searches that this person keeps. */
export const keptSearches = queryOptions({
  queryKey: ['log', 'kept'],
  queryFn: () => body(api.GET('/api/activity/filters')),
});

/** Every kind of event that the log can have; it changes with the program only. */
export const eventCatalogue = queryOptions({
  queryKey: ['events'],
  queryFn: () => body(api.GET('/api/events')),
  staleTime: Number.POSITIVE_INFINITY,
});
