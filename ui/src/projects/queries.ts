import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';

export const projectList = queryOptions({
  queryKey: ['projects'],
  queryFn: () => body(api.GET('/api/projects', { params: { query: { limit: 200 } } })),
});
