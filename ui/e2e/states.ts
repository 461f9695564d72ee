/** Answers of the server that cannot be had by waiting: rebuilds in all their states, parked events. */
const table = {
  table: 'projects',
  liveRows: 1_204,
  rebuiltRows: 1_205,
  liveChecksum: '1',
  rebuiltChecksum: '2',
  onlyLive: 0,
  onlyRebuilt: 1,
  changed: 2,
  examples: ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'],
};
const at = '2026-11-21T03:00:00Z';
const comparison = { position: 48_210, at, millis: 412, same: false, tables: [table] };
const same = {
  ...comparison,
  same: true,
  tables: [{ ...table, liveRows: 1_205, changed: 0, onlyRebuilt: 0 }],
};
const rebuild = {
  generation: 5,
  cause: 'requested',
  state: 'running',
  position: 21_004,
  head: 48_214,
  eventsPerSecond: 61_230.5,
  secondsLeft: 42,
  error: null,
  startedAt: at,
  parked: 0,
  comparison: null,
};
const projection = {
  description: 'What is remembered of everybody, in a sentence as long as such sentences are.',
  generation: 4,
  status: 'live',
  position: 48_214,
  head: 48_214,
  lag: 0,
  error: null,
  updatedAt: at,
  parked: 0,
  comparison: null,
  rebuild: null,
  old: null,
};
const building = (name: string, change: object) => ({
  ...projection,
  name,
  status: 'rebuilding',
  rebuild: { ...rebuild, ...change },
});

const projections = [
  {
    ...projection,
    name: 'users',
    comparison: same,
    old: { generation: 3, position: 48_214, returnable: true, bytes: 2_412_544 },
  },
  {
    ...projection,
    name: 'sessions',
    parked: 3,
    old: { generation: 3, position: 12, returnable: false, bytes: 81_920 },
  },
  building('runs', {}),
  building('audit', { state: 'paused' }),
  building('projects', { state: 'differing', comparison, parked: 1 }),
  building('dashboard', {
    state: 'failed',
    error: 'PSQLException: relation "p_dashboard_5.question_counts" does not exist',
  }),
];

const letter = {
  group: 'sessions@4',
  sequence: '019a0000-0000-7000-8000-000000000001',
  eventId: '019a0000-0000-7000-8000-000000000002',
  type: 'identity.SessionStarted',
  position: 47_001,
  at,
  sentence: 'Ada Lovelace signed in from Firefox on Linux',
  error: 'PSQLException: value too long for type character varying(40)',
  attempts: 2,
  parkedAt: at,
  triedAt: at,
  behind: 2,
};

const page = (items: object[]) => ({ items, nextCursor: null });

/** By path, what is answered in place of the server. */
export const STATES: Record<string, object> = {
  '/api/admin/projections': page(projections),
  '/api/admin/dead-letters': page([
    letter,
    {
      ...letter,
      group: 'mail',
      eventId: '019a0000-0000-7000-8000-000000000003',
      sentence: null,
      at: null,
      behind: 0,
    },
  ]),
};
