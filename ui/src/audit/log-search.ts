/**
 * What the history page shows, as it stands in the URL: the same words as the API's parameters. Several kinds of event
 * stand with commas between them; days are the reader's own.
 */
export type LogSearch = {
  scope?: 'all';
  q?: string;
  type?: string;
  context?: string;
  actor?: string;
  subject?: string;
  aggregate?: string;
  session?: string;
  address?: string;
  correlation?: string;
  from?: string;
  to?: string;
  entry?: string;
};

const WORDS = [
  'q',
  'type',
  'context',
  'actor',
  'subject',
  'aggregate',
  'session',
  'address',
  'correlation',
  'entry',
] as const;
const DAYS = ['from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the URL's search; what makes no sense is left out rather than shown as an error. */
export function logSearch(raw: Record<string, unknown>): LogSearch {
  const search: LogSearch = raw.scope === 'all' ? { scope: 'all' } : {};
  for (const key of WORDS) {
    const value = raw[key];
    if (typeof value === 'number') search[key] = String(value);
    else if (typeof value === 'string' && value.trim() !== '') search[key] = value;
  }
  for (const key of DAYS) {
    const value = raw[key];
    if (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))) search[key] = value;
  }
  return search;
}

/** Where a day ends is where the next one begins, which is no longer of it: the server leaves out the end. */
function dayAfter(day: string): Date {
  const begin = new Date(`${day}T00:00:00`);
  return new Date(begin.getFullYear(), begin.getMonth(), begin.getDate() + 1);
}

/** The same search as the server's parameters; days become moments of the reader's own clock. */
export function logQuery({ scope: _, entry: __, from, to, ...rest }: LogSearch) {
  return {
    ...rest,
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: dayAfter(to).toISOString() }),
  };
}

export const isFiltered = ({ scope: _, entry: __, ...filters }: LogSearch) => Object.keys(filters).length > 0;

const listed = (words: string | undefined) => words?.split(',').filter(Boolean) ?? [];

/** The kinds of event that are chosen, one by one and by whole contexts. */
export const chosenTypes = ({ type }: LogSearch) => listed(type);
export const chosenContexts = ({ context }: LogSearch) => listed(context);

/** A search as the words of a URL, without the entry that is open; the same search has the same words. */
export function wordsOf({ entry: _, ...search }: LogSearch): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.sort(([a], [b]) => a.localeCompare(b)) as [string, string][]).toString();
}

export const searchOf = (words: string): LogSearch =>
  logSearch(Object.fromEntries(new URLSearchParams(words)));
