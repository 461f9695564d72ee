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
