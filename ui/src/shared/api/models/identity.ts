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
