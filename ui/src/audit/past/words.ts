import { texts } from '~/shared/texts/en';
import { count, duration } from '~/shared/texts/format';

type Words = Record<string, string | undefined>;

/** What the server names with a word of its own is told in the words of the pages where it stands otherwise. */
const WORDS: Record<string, Words | undefined> = {
  role: texts.identity.roles,
  kind: texts.connections.kinds,
  status: { ...texts.connections.status, ...texts.assistant.status },
  reason: texts.connections.reasons,
  endReason: texts.past.endReasons,
};
const UNKNOWN = 'Other';
const DEVICE = ['device', 'browser', 'os'];

/** A word of the server as a person reads it; anything else is as it is. */
export function wordOf(field: string, value: string): string {
  if (DEVICE.includes(field) && value === UNKNOWN) return texts.past.unknown;
  const words = WORDS[field];
  return (words && Object.hasOwn(words, value) && words[value]) || value;
}

/** A number of a field, which may be an amount of something. */
export const numberOf = (field: string, value: number) =>
  field === 'durationMs' ? duration(value) : count(value);
