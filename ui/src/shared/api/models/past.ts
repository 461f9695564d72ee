import type { Page } from './page';

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
