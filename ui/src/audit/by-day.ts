import type { LogEntry } from '~/shared/api/models';

const dayOf = (time: string) => {
  const at = new Date(time);
  return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;
};

/** The entries in their order, gathered by the reader's own days. */
export function byDay(entries: LogEntry[]): { day: string; items: LogEntry[] }[] {
  const days: { day: string; items: LogEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(entry);
    else days.push({ day, items: [entry] });
  }
  return days;
}
