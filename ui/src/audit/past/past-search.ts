/** The moment that a page shows, as it stands in the URL: a position of the log or a time. None is now. */
export type At = number | string;
export type PastSearch = { at?: At; against?: At };

const POSITION = /^[1-9]\d{0,14}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T/;

/** A moment of the URL; what is none is left out rather than shown as an error. */
export function momentOf(raw: unknown): At | undefined {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string') return undefined;
  if (POSITION.test(text)) return Number(text);
  if (text === 'now') return text;
  return TIME.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

export function pastSearch(raw: Record<string, unknown>): PastSearch {
  const at = momentOf(raw.at);
  const against = momentOf(raw.against);
  return { ...(at && at !== 'now' && { at }), ...(against && { against }) };
}

export const KINDS = ['users', 'sessions', 'connections', 'projects', 'runs'] as const;
export type Kind = (typeof KINDS)[number];

/** What the page of lists shows. */
export type ListSearch = { kind?: Kind; at?: At; ended?: true };

export function listSearch(raw: Record<string, unknown>): ListSearch {
  const kind = KINDS.find((one) => one === raw.kind);
  const { at } = pastSearch(raw);
  return { ...(kind && { kind }), ...(at && { at }), ...(raw.ended === true && { ended: true }) };
}

/** The things that have a history to look at, by the type of their aggregate in the log. */
const OF_AGGREGATE: Record<string, Kind> = {
  User: 'users',
  Session: 'sessions',
  Connection: 'connections',
  Project: 'projects',
  Run: 'runs',
};

export const kindOfAggregate = (type: string | null): Kind | undefined => OF_AGGREGATE[type ?? ''];

/** What the field of a date and time shows of a moment, in the reader's own clock; nothing for a position. */
export function pickerValue(at: At | undefined): string {
  if (typeof at !== 'string') return '';
  const time = new Date(at);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The moment that was picked: the end of its minute, so that what happened in it is seen, but never the future. */
export function pickedMoment(value: string, now = Date.now()): string | undefined {
  const begin = new Date(value).getTime();
  if (Number.isNaN(begin) || begin >= now) return undefined;
  const end = begin + 59_999;
  return end >= now ? undefined : new Date(end).toISOString();
}
