import { texts } from './en';

const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;

const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' });

export const count = (value: number) => integer.format(value);
export const short = (value: number) => compact.format(value);
const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const figure = (value: number) => decimal.format(value);
/** For columns in which some values have a fraction: then all show two digits of it, and line up. */
export const aligned = (value: number) => cents.format(value);
export const absolute = (time: string | number) => moment.format(new Date(time));
export const date = (time: string | number) => day.format(new Date(time));
export const dayAndMonth = (time: string | number) => shortDay.format(new Date(time));
const longDayOfYear = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });

/** A day as a heading; the year is told where it is not this one. */
export const wholeDay = (time: string | number, now = new Date()) => {
  const at = new Date(time);
  return (at.getFullYear() === now.getFullYear() ? longDay : longDayOfYear).format(at);
};

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function ago(time: string | number, now = Date.now()): string {
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : texts.common.justNow;
}

const unit = (value: number, name: string) =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    // "792 byte" is what the short form makes of it
    unitDisplay: name === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
export const timeOfDay = (time: string | number) => clock.format(new Date(time));

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** An amount of data in its largest fitting unit. */
export function bytes(amount: number): string {
  const step = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, amount)) / 3));
  return unit(amount / 1000 ** step, SIZES[step] ?? 'byte');
}

/** A length of time in its largest fitting unit. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return unit(Math.round(milliseconds), 'millisecond');
  const seconds = milliseconds / 1000;
  if (seconds < 60) return unit(seconds, 'second');
  if (seconds < 3600) return unit(Math.round(seconds / 60), 'minute');
  return unit(seconds / 3600, 'hour');
}
