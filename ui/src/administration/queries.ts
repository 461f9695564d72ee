import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';

export const projectionList = queryOptions({
  queryKey: ['projections'],
  queryFn: () => body(api.GET('/api/admin/projections')),
});

/** What a comparison found does not change; the rows that it names are looked at when somebody asks. */
export const rowDifferences = (name: string, generation: number) =>
  queryOptions({
    queryKey: ['row-differences', name, generation],
    queryFn: () => body(api.GET('/api/admin/projections/{name}/differences', { params: { path: { name } } })),
    staleTime: 30_000,
  });

export const deadLetterPages = (group?: string) =>
  infiniteQueryOptions({
    queryKey: ['dead-letters', group ?? null],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/admin/dead-letters', {
          params: { query: { limit: 50, group, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 10_000,
  });

export const checkpointList = queryOptions({
  queryKey: ['checkpoints'],
  queryFn: () => body(api.GET('/api/admin/audit/checkpoints', { params: { query: { limit: 20 } } })),
});

export const checkpointKeys = queryOptions({
  queryKey: ['checkpoint-keys'],
  queryFn: () => body(api.GET('/.well-known/daybook-checkpoint-keys')),
});

export const outboxList = queryOptions({
  queryKey: ['outbox'],
  queryFn: () => body(api.GET('/api/admin/outbox', { params: { query: { limit: 100 } } })),
});

export const overview = (days: number) =>
  queryOptions({
    queryKey: ['overview', days],
    queryFn: () => body(api.GET('/api/admin/overview', { params: { query: { days } } })),
    refetchInterval: 30_000,
  });

export const logFigures = queryOptions({
  queryKey: ['growth'],
  queryFn: () => body(api.GET('/api/admin/growth')),
  refetchInterval: 60_000,
});

export const peoplePages = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['people', q],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/users', {
          params: { query: { limit: 50, ...(q && { q }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Erasures take a moment, so the list is looked at again only while one is under way. */
export const erasureList = queryOptions({
  queryKey: ['erasures'],
  queryFn: () => body(api.GET('/api/admin/erasures', { params: { query: { limit: 20 } } })),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ status }) => status === 'running') ? 1_000 : false,
});
