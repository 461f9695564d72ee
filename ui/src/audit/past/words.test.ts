import { expect, it } from 'vitest';
import { numberOf, wordOf } from './words';

it.each([
  ['role', 'admin', 'Administrator'],
  ['kind', 'postgres', 'PostgreSQL'],
  ['status', 'disconnected', 'Disconnected'],
  ['status', 'cancelled', 'Stopped'],
  ['endReason', 'refresh-token-reused', 'A token was used twice'],
  ['browser', 'Other', 'unknown'],
])('tells the %s %s as a person reads it', (field, value, words) => {
  expect(wordOf(field, value)).toBe(words);
});

it('leaves alone what people wrote, and words that came later than these', () => {
  expect(wordOf('name', 'admin')).toBe('admin');
  expect(wordOf('role', 'auditor')).toBe('auditor');
  expect(wordOf('name', 'constructor')).toBe('constructor');
  expect(wordOf('status', 'constructor')).toBe('constructor');
});

it('tells how long something took with its unit', () => {
  expect(numberOf('durationMs', 1_234)).toMatch(/1\.2 ?s/);
  expect(numberOf('rowCount', 1_234)).toBe('1,234');
});
