import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';

export const sessionList = (includeEnded: boolean) =>
  queryOptions({
    queryKey: ['sessions', { includeEnded }],
    queryFn: () => body(api.GET('/api/sessions', { params: { query: { includeEnded, limit: 100 } } })),
  });
