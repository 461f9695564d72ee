import { texts } from '~/shared/texts/en';
import { absolute, date, figure } from '~/shared/texts/format';
import { plain } from './csv';

/** A cell for people: numbers and times in their own way of writing. */
export function shown(value: unknown, type: string) {
  if (value === null || value === undefined)
    return <span style={{ color: 'var(--ink-soft)' }}>{texts.common.none}</span>;
  const text = plain(value);
  if (type === 'number' && text !== '' && !Number.isNaN(Number(text))) {
    // Beyond this a number of JavaScript is no longer exact; its digits are shown as they came.
    return Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER ? text : figure(Number(text));
  }
  if ((type === 'date' || type === 'timestamp') && !Number.isNaN(Date.parse(text))) {
    // A date without a time means that day, in every time zone.
    return type === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? date(`${text.slice(0, 10)}T00:00:00`)
      : absolute(text);
  }
  return text;
}
