/** The shapes that the server answers with, named once. They follow the HTTP contract of the server's OpenAPI document. */
export type Page<T> = { items: T[]; nextCursor: string | null };

export type Me = {
  id: string;
  email: string;
  fullName: string | null;
  username: string | null;
  role: 'admin' | 'user' | 'guest';
  emailVerified: boolean;
  createdAt: string;
  permissions: string[];
  selectedConnectionId: string | null;
};

/** Somebody with an account, as administrators see them. */
export type Person = {
  id: string;
  email: string | null;
  fullName: string | null;
  username: string | null;
  role: Me['role'];
  emailVerified: boolean;
  createdAt: string;
};

export type ErasureStep =
  | 'sessions'
  | 'questions'
  | 'connections'
  | 'projects'
  | 'identifiers'
  | 'key'
  | 'rest'
  | 'done';

export type Erasure = {
  userId: string;
  status: 'running' | 'finished';
  steps: { name: ErasureStep; done: boolean }[];
  requestedAt: string;
  finishedAt: string | null;
  attempts: number;
  error: string | null;
};

export type Strength = { score: number; acceptable: boolean; reason: string | null; suggestions: string[] };

export type Session = {
  id: string;
  userId: string;
  device: string | null;
  browser: string | null;
  os: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  current: boolean;
  endedAt: string | null;
  endReason: string | null;
};

export type ConnectionKind = 'postgres' | 'mcp' | 'store';
export type ConnectionStatus = 'connected' | 'degraded' | 'disconnected';

export type Connection = {
  id: string;
  name: string;
  kind: ConnectionKind;
  status: ConnectionStatus;
  reason: string | null;
  lastWorkedAt: string | null;
  server: string | null;
  selected: boolean;
  createdAt: string;
};

export type NewConnection =
  | { kind: 'postgres'; name: string; uri: string }
  | { kind: 'mcp'; name: string; url: string; bearer?: string }
  | { kind: 'store'; name?: string };

export type Offers = { store: { available: boolean; detail: string } };

export type Tool = { name: string; title: string | null; description: string | null; inputSchema: unknown };

export type Column = {
  name: string;
  type: string;
  nullable: boolean;
  primaryKey: boolean;
  references: string | null;
};

export type Table = {
  schema: string;
  name: string;
  kind: string;
  rowEstimate: number | null;
  comment: string | null;
  columns: Column[];
};

export type Schema = { tables: Table[] };

export type Project = {
  id: string;
  name: string;
  description: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
};

export type ChartKind = 'bar' | 'line' | 'pie' | 'none';
export type ChartChoice = { kind: ChartKind; x: string; y: string[]; title?: string | null };

export type Run = {
  id: string;
  question: string | null;
  status: 'running' | 'answered' | 'failed' | 'cancelled';
  connectionId: string | null;
  connectionName: string | null;
  projectId: string | null;
  sql: string | null;
  answer: string | null;
  chart: ChartChoice | null;
  error: string | null;
  rowCount: number | null;
  createdAt: string;
  finishedAt: string | null;
  durationMs: number | null;
};

export type RunWithParts = Run & { parts: unknown[] };

export type NewRun = {
  question?: string;
  sql?: string;
  connectionId?: string;
  projectId?: string;
  model?: string;
};

export type Model = { id: string; label: string; available: boolean; builtIn: boolean };

export type DashboardFigures = {
  connections: { total: number; connected: number };
  questions: { today: number; total: number; failed: number };
  sessions: { active: number };
  projects: { total: number };
  perDay: { day: string; questions: number }[];
  recentRuns: Run[];
};

export type LogEntry = {
  position: number;
  eventId: string;
  at: string;
  type: string;
  revision: string | null;
  aggregateId: string | null;
  aggregateType: string | null;
  sequence: number | null;
  actorId: string | null;
  actorName: string | null;
  actorKind: 'user' | 'anonymous' | 'system';
  sessionId: string | null;
  device: string | null;
  address: string | null;
  sentence: string;
  command: string | null;
  correlationId: string | null;
  causationId: string | null;
};

export type TableComparison = {
  table: string;
  liveRows: number;
  rebuiltRows: number;
  liveChecksum: string;
  rebuiltChecksum: string;
  onlyLive: number;
  onlyRebuilt: number;
  changed: number;
  examples: string[];
};

export type Comparison = {
  position: number;
  at: string;
  millis: number;
  same: boolean;
  tables: TableComparison[];
};

export type Rebuild = {
  generation: number;
  cause: 'first' | 'requested' | 'declared' | 'returned';
  state: 'running' | 'paused' | 'indexing' | 'comparing' | 'differing' | 'failed';
  position: number;
  head: number;
  eventsPerSecond: number | null;
  secondsLeft: number | null;
  error: string | null;
  startedAt: string;
  parked: number;
  comparison: Comparison | null;
};

/** An entry between its causes (nearest first) and its effects, beside what else the same request did. */
export type LogTrail = { entry: LogEntry; causes: LogEntry[]; effects: LogEntry[]; together: LogEntry[] };

/** A search of the log that somebody keeps; the filter is what stands in the page's address. */
export type KeptSearch = { id: string; name: string | null; filter: string | null; savedAt: string };

export type Projection = {
  name: string;
  description: string;
  generation: number;
  status: 'live' | 'rebuilding' | 'failed';
  position: number;
  head: number;
  lag: number;
  error: string | null;
  updatedAt: string;
  parked: number;
  comparison: Comparison | null;
  rebuild: Rebuild | null;
  old: null | { generation: number; position: number; returnable: boolean; bytes: number };
};

export type DeadLetter = {
  group: string;
  sequence: string;
  eventId: string;
  type: string;
  position: number | null;
  at: string | null;
  sentence: string | null;
  error: string;
  attempts: number;
  parkedAt: string;
  triedAt: string;
  behind: number;
};

export type Mail = {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  status: 'kept' | 'sent' | 'waiting' | 'failed';
  createdAt: string;
  sentAt: string | null;
  attempts: number;
  error: string | null;
};

export type Series = { measure: string; total: number; points: { at: string; count: number }[] };
export type LagPoint = { at: string; events: number; projection: string | null };
export type Dependency = { name: string; status: 'up' | 'degraded' | 'down' | 'off'; detail: string };

export type Overview = {
  figures: {
    people: number;
    activeSessions: number;
    devices: { device: string; sessions: number }[];
    events: number;
    logBytes: number;
    databaseBytes: number;
  };
  period: 'hour' | 'day';
  series: Series[];
  lag: LagPoint[];
  health: Dependency[];
};

export type EventField = { name: string; type: string; personal: boolean; subject: boolean };

/** A kind of event: what it carries, and which read models and automations take it up. */
export type EventKind = {
  name: string;
  context: string;
  revision: string;
  detail: boolean;
  fields: EventField[];
  readModels: string[];
  automations: string[];
};

export type Moment = { position: number; at: string };

export type PastEvent = {
  position: number;
  at: string;
  type: string;
  sentence: string;
  actorKind: 'user' | 'anonymous' | 'system';
  actorId: string | null;
  actorName: string | null;
};

export type PastState = Record<string, unknown>;
export type Owner = { id: string; name: string | null };
export type Change = { field: string; before: unknown; after: unknown };

export type PastThing = {
  kind: string;
  id: string;
  owner: Owner;
  moment: Moment;
  head: Moment;
  state: PastState | null;
  deleted: Moment | null;
  event: PastEvent | null;
  events: { items: PastEvent[]; firstIndex: number; total: number };
  begin: Moment;
  end: Moment;
  previous: number | null;
  next: number | null;
  leftOut: number[];
  comparison: null | {
    earlier: { moment: Moment; state: PastState | null; deleted: Moment | null };
    later: { moment: Moment; state: PastState | null; deleted: Moment | null };
    changes: Change[];
    events: PastEvent[];
    total: number;
  };
};

export type PastItem = {
  id: string;
  owner: Owner;
  state: PastState | null;
  deleted: Moment | null;
  changedAt: number;
  incomplete: boolean;
};

export type PastPage = Page<PastItem> & { kind: string; moment: Moment; head: Moment };

/** How large the log is: figures of kinds are drawn from a sample, rows of tables are estimates. */
export type LogFigures = {
  events: number;
  sampled: number;
  kinds: { name: string; detail: boolean; events: number; bytes: number }[];
  relations: { name: string; rows: number; bytes: number; indexBytes: number }[];
  retiredEvents: number;
  retiredBytes: number;
  keepDays: number | null;
  retirements: { position: number; at: string; olderThan: string; events: number; bytes: number }[];
};

export type Checkpoint = { events: number; position: number; takenAt: string; note: string };

export type CheckpointKeys = { origin: string; keys: string[] };

export type LogVerdict = {
  events: number;
  position: number;
  retired: number;
  root: string;
  checkpoints: number;
  firstAlteredPosition: number | null;
  finding: string | null;
  detail: string | null;
  durationMillis: number;
};

export type VerificationStep = { events: number; expected: number; verdict: LogVerdict | null };
