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

export type RowDifference = {
  table: string;
  key: string;
  live: boolean;
  rebuilt: boolean;
  columns: { column: string; live: string | null; rebuilt: string | null }[];
};

export type Comparison = {
  position: number;
  at: string;
  millis: number;
  same: boolean;
  tables: TableComparison[];
};

export type RebuildStep = {
  name: 'reading' | 'indexing' | 'comparing';
  done: number;
  total: number;
  part: string | null;
  share: number | null;
  secondsLeft: number | null;
};

export type Rebuild = {
  generation: number;
  cause: 'first' | 'requested' | 'declared' | 'returned';
  state: 'running' | 'paused' | 'indexing' | 'comparing' | 'differing' | 'failed';
  position: number;
  head: number;
  eventsPerSecond: number | null;
  step: RebuildStep;
  secondsLeft: number | null;
  error: string | null;
  startedAt: string;
  parked: number;
  comparison: Comparison | null;
};

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
  sessions: Series;
  lag: LagPoint[];
  health: Dependency[];
};

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
