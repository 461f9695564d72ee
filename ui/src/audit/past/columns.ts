import type { Kind } from './past-search';

/** Which fields a list shows of each kind, beside its name, its owner and since when it was so. */
export const COLUMNS: Record<Kind, string[]> = {
  users: ['email', 'role', 'emailVerified'],
  sessions: ['address', 'lastSeenAt'],
  connections: ['kind', 'server', 'status'],
  projects: ['description', 'version'],
  runs: ['status', 'connectionName', 'rowCount'],
};
