import { deviceOf } from '~/identity/device-of';
import type { PastState } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute } from '~/shared/texts/format';
import classes from './past.module.css';
import { numberOf, wordOf } from './words';

const t = texts.past;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** A field in the words of its page; one that came later than these words is told by its own name. */
export function fieldName(field: string): string {
  const known: Record<string, string | undefined> = t.fields;
  return known[field] ?? field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What a thing is called, as far as it was known. */
export function nameOfState(state: PastState | null, id: string): string {
  const text = (field: string) => {
    const value = state?.[field];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  for (const field of ['name', 'question', 'fullName', 'username', 'email']) {
    const name = text(field);
    if (name) return name;
  }
  if (!text('device')) return id.slice(-12);
  return deviceOf({ browser: text('browser'), os: text('os'), device: text('device') });
}

/** A value of a field as a person reads it. */
export function Value({ field, value }: { field: string; value: unknown }) {
  if (value === null || value === undefined || value === '') {
    return <span className={classes.nothing}>{t.nothing}</span>;
  }
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return numberOf(field, value);
  if (typeof value !== 'string') return <code className="mono">{JSON.stringify(value)}</code>;
  if (TIME.test(value)) return <time dateTime={value}>{absolute(value)}</time>;
  if (IDENTIFIER.test(value)) return <span className={`mono ${classes.identifier}`}>{value}</span>;
  return wordOf(field, value);
}
