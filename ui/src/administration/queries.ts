import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';

export const projectionList = queryOptions({
  queryKey: ['projections'],
  queryFn: () => body(api.GET('/api/admin/projections')),
});

export const outboxList = queryOptions({
  queryKey: ['outbox'],
  queryFn: () => body(api.GET('/api/admin/outbox', { params: { query: { limit: 100 } } })),
});
