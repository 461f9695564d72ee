import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';

export const recentRuns = queryOptions({
  queryKey: ['runs', 'recent'],
  queryFn: () => body(api.GET('/api/runs', { params: { query: { limit: 30 } } })),
});

export const runById = (id: string) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: () => body(api.GET('/api/runs/{id}', { params: { path: { id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const modelList = queryOptions({
  queryKey: ['models'],
  queryFn: () => body(api.GET('/api/models')),
  staleTime: 300_000,
});
