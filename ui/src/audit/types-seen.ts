import type { LogEntry } from '~/shared/api/models';

const seen = new Set<string>();

/** The kinds of event that this tab has come across, so that they can be chosen; they stay while the list is filtered. */
export function typesSeen(entries: Pick<LogEntry, 'type'>[], chosen?: string): string[] {
  for (const { type } of entries) seen.add(type);
  return [...seen, ...(chosen && !seen.has(chosen) ? [chosen] : [])].sort();
}
