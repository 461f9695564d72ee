import type { Page } from './page';

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
  subjectId: string | null;
  subjectName: string | null;
  actorKind: 'user' | 'anonymous' | 'system';
  sessionId: string | null;
  device: string | null;
  address: string | null;
  sentence: string;
  command: string | null;
  correlationId: string | null;
  causationId: string | null;
};

/** A page of the history: what follows it is asked for after `following`, of which later pages have none. */
export type LogPage = Page<LogEntry> & { following: string | null; morePeople: boolean };

/** What an export took out: the filter as in the page's address, and the names of those whom it names. */
export type ExportedPart = { filter: string; actorName: string | null; subjectName: string | null };

export type LogTrail = {
  entry: LogEntry;
  causes: LogEntry[];
  effects: LogEntry[];
  moreEffects: boolean;
  together: LogEntry[];
  moreTogether: boolean;
  exported: ExportedPart | null;
};

export type KeptSearch = { id: string; name: string | null; filter: string | null; savedAt: string };

export type EventField = { name: string; type: string; personal: boolean; subject: boolean };

export type EventKind = {
  name: string;
  context: string;
  revision: string;
  detail: boolean;
  fields: EventField[];
  readModels: string[];
  automations: string[];
};

export type Checkpoint = { events: number; position: number; takenAt: string; note: string };

export type CheckpointKeys = { origin: string; keys: string[] };

export type LogVerdict = {
  events: number;
  position: number;
  retired: number;
  retiredUnsigned: number;
  root: string;
  checkpoints: number;
  firstAlteredPosition: number | null;
  finding: string | null;
  detail: string | null;
  durationMillis: number;
};

export type VerificationStep = { events: number; expected: number; verdict: LogVerdict | null };
