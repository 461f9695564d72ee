import type { InfiniteData } from '@tanstack/react-query';
import type { LogEntry, LogPage } from '~/shared/api/models';

export type Log = InfiniteData<LogPage, string>;

/** Entries that are newer than what is shown, and from where on to ask for what follows them. */
export type Newer = Pick<LogPage, 'items' | 'following'>;

/** So many entries stand on a page from which nobody reads on; what is older is read again when somebody does. */
const MOST = 500;

/** More of the newer entries; those that are there already are left out, since some are told twice. */
export function more(all: LogEntry[], added: LogEntry[]): LogEntry[] {
  const there = new Set(all.map(({ position }) => position));
  const missing = added.filter(({ position }) => !there.has(position));
  return missing.length === 0 ? all : [...missing, ...all].sort((a, b) => b.position - a.position);
}

/** The same log with what came since; an entry that was written late stands where its position is. */
export function grown(log: Log, { items, following }: Newer): Log {
  const [first, ...rest] = log.pages;
  if (!first) return log;
  const there = new Set(rest.flatMap((page) => page.items.map(({ position }) => position)));
  const last = log.pages.at(-1);
  // what is older than all that is shown comes with the next page
  const end = last?.nextCursor ? Number(last.nextCursor) : -1;
  const added = items.filter(({ position }) => position > end && !there.has(position));
  const grown = { ...first, items: more(first.items, added), following: following ?? first.following };
  return { ...log, pages: rest.length === 0 ? [bounded(grown)] : [grown, ...rest] };
}

/** A page may be followed for days. */
function bounded(page: LogPage): LogPage {
  const last = page.items[MOST - 1];
  if (!last || page.items.length === MOST) return page;
  return { ...page, items: page.items.slice(0, MOST), nextCursor: String(last.position) };
}

/** Entries of a page and all that is newer in the order in which they are read. */
export const inOrder = (log: Pick<Log, 'pages'> | undefined): LogEntry[] =>
  (log?.pages.flatMap((page) => page.items) ?? []).toSorted((a, b) => b.position - a.position);
