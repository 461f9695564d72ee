import { infiniteQueryOptions } from '@tanstack/react-query';
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
