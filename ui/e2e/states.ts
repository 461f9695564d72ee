/** Answers of the server that cannot be had by waiting: rebuilds in all their states, parked events, a log that
 * grew for years. */
const table = {
  table: 'projects',
  liveRows: 1_204,
  rebuiltRows: 1_205,
  liveChecksum: '-48201937720193774612',
  rebuiltChecksum: '90312847710029384756',
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
  step: { name: 'reading', done: 21_004, total: 48_214, part: null, share: 0.43, secondsLeft: 12 },
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
  building('audit', {
    state: 'indexing',
    step: { name: 'indexing', done: 3, total: 9, part: null, share: 0.36, secondsLeft: 20 },
    secondsLeft: null,
  }),
  building('overview', {
    state: 'comparing',
    step: { name: 'comparing', done: 0, total: 1, part: 'hour_counts', share: null, secondsLeft: null },
    secondsLeft: null,
  }),
  building('filters', { state: 'paused' }),
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
  sentence: 'Ada Lovelace signed in with Firefox on Linux',
  error: 'PSQLException: value too long for type character varying(40)',
  attempts: 2,
  parkedAt: at,
  triedAt: at,
  behind: 2,
};

const person = {
  id: '019a0000-0000-7000-8000-000000000004',
  email: 'grace.hopper@example.org',
  fullName: 'Grace Hopper',
  username: 'grace',
  role: 'user',
  emailVerified: false,
  createdAt: at,
};

const page = (items: object[]) => ({ items, nextCursor: null });

const differences = [
  {
    table: 'projects',
    key: '019a0000-0000-7000-8000-000000000001',
    live: true,
    rebuilt: true,
    columns: [
      { column: 'description', live: null, rebuilt: 'Beach chairs and everything that goes with them' },
      { column: 'name', live: 'Other', rebuilt: 'Summer campaign' },
    ],
  },
  {
    table: 'projects',
    key: '019a0000-0000-7000-8000-000000000002',
    live: false,
    rebuilt: true,
    columns: [],
  },
];

/** By path, what is answered in place of the server. */
export const STATES: Record<string, object> = {
  '/api/users': page([person]),
  '/api/admin/projections': page(projections),
  '/api/admin/projections/projects/differences': page(differences),
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
  '/api/admin/growth': {
    events: 10_412_873,
    sampled: 20_311,
    kinds: [
      { name: 'connections.ToolCalled', detail: true, events: 1_904_211, bytes: 1_511_000_000 },
      { name: 'connections.ToolAnswered', detail: true, events: 1_860_100, bytes: 1_242_000_000 },
      { name: 'identity.SessionRefreshed', detail: false, events: 2_600_402, bytes: 1_130_000_000 },
      { name: 'identity.EmailVerificationRequested', detail: false, events: 12_480, bytes: 7_300_000 },
    ],
    relations: [
      { name: 'domain_event', rows: 10_412_800, bytes: 6_900_000_000, indexBytes: 1_300_000_000 },
      { name: 'p_audit_12.audit_entries', rows: 10_412_800, bytes: 3_600_000_000, indexBytes: 4_600_000_000 },
      { name: 'p_selected_connections_3.selected_connections', rows: 803, bytes: 81_920, indexBytes: 40_960 },
    ],
    retiredEvents: 3_811_200,
    retiredBytes: 2_790_000_000,
    keepDays: 45,
    retirements: [
      { position: 14_224_073, at, olderThan: '2026-10-06T00:00:00Z', events: 17_204, bytes: 12_600_000 },
      { position: 14_210_018, at, olderThan: '2026-10-05T00:00:00Z', events: 1, bytes: 701 },
    ],
  },
};
