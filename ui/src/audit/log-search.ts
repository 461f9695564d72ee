/** What the history page shows, as it stands in the URL. */
export type LogSearch = {
  scope?: 'all';
  q?: string;
  type?: string;
  actor?: string;
  aggregate?: string;
  from?: string;
  to?: string;
  entry?: string;
};

const WORDS = ['q', 'type', 'actor', 'aggregate', 'entry'] as const;
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

/** The same search as the server's parameters; days become moments of the reader's own clock. */
export function logQuery({ scope: _, entry: __, from, to, ...rest }: LogSearch) {
  return {
    ...rest,
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  };
}

export const isFiltered = ({ scope: _, entry: __, ...filters }: LogSearch) => Object.keys(filters).length > 0;
