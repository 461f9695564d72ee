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
