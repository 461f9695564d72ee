import { texts } from '~/shared/texts/en';
import { absolute, aligned, date, figure } from '~/shared/texts/format';
import { plain } from './csv';

/** A cell for people: numbers and times in their own way of writing. */
export function shown(value: unknown, type: string, fractions = false) {
  if (value === null || value === undefined)
    return <span style={{ color: 'var(--ink-soft)' }}>{texts.common.none}</span>;
  const text = plain(value);
  if (type === 'number' && text !== '' && !Number.isNaN(Number(text))) {
    // Beyond this a number of JavaScript is no longer exact; its digits are shown as they came.
    if (Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER) return text;
    return fractions ? aligned(Number(text)) : figure(Number(text));
  }
  if ((type === 'date' || type === 'timestamp') && !Number.isNaN(Date.parse(text))) {
    // A date without a time means that day, in every time zone.
    return type === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? date(`${text.slice(0, 10)}T00:00:00`)
      : absolute(text);
  }
  return text;
}

/** Whether some number of a column is not whole. */
export const hasFractions = (rows: unknown[][], index: number) =>
  rows.some((row) => row[index] !== null && Number(row[index]) % 1 !== 0);
