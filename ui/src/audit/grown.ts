import type { InfiniteData } from '@tanstack/react-query';
import type { LogEntry, Page } from '~/shared/api/models';

export type Log = InfiniteData<Page<LogEntry>, string>;

export const has = (entries: LogEntry[], { position }: LogEntry) =>
  entries.some((entry) => entry.position === position);

/** The same log with entries before its first ones; those that stand there already are left out. */
export function grown(log: Log, entries: LogEntry[]): Log {
  const [first, ...rest] = log.pages;
  if (!first) return log;
  const added = entries.filter((entry) => !has(first.items, entry));
  if (added.length === 0) return log;
  const items = [...added, ...first.items].sort((a, b) => b.position - a.position);
  return { ...log, pages: [{ ...first, items }, ...rest] };
}
