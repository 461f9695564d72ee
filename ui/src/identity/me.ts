import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, body } from '~/shared/api/client';
import type { Me } from '~/shared/api/models';

export const currentUser = queryOptions({
  queryKey: ['me'],
  queryFn: () => body(api.GET('/api/users/me')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The signed-in person; pages inside the shell always have one. */
export function useMe(): Me {
  return useSuspenseQuery(currentUser).data;
}

/** What pages and actions ask for before they are offered; the server decides in any case. */
export type Permission =
  | 'connections:use'
  | 'runs:use'
  | 'projects:read'
  | 'projects:write'
  | 'activity:read'
  | 'audit:read'
  | 'overview:read'
  | 'log:retire'
  | 'projections:manage'
  | 'outbox:read'
  | 'users:manage';

export const may = (me: Me, permission: Permission) => me.permissions.includes(permission);

export const nameOf = (me: Me) => me.fullName || me.username || me.email;
