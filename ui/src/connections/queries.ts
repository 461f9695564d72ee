import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';

export const connectionList = queryOptions({
  queryKey: ['connections'],
  queryFn: () => body(api.GET('/api/connections')),
});

export const offers = queryOptions({
  queryKey: ['offers'],
  queryFn: () => body(api.GET('/api/connections/offers')),
});

export const schemaOf = (id: string) =>
  queryOptions({
    queryKey: ['schema', id],
    queryFn: () => body(api.GET('/api/connections/{id}/schema', { params: { path: { id } } })),
    staleTime: 300_000,
  });

export const toolsOf = (id: string) =>
  queryOptions({
    queryKey: ['tools', id],
    queryFn: () => body(api.GET('/api/connections/{id}/tools', { params: { path: { id } } })),
    staleTime: 300_000,
  });
