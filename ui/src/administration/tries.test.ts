import { expect, test } from 'vitest';
import { triesOf } from './tries';

test('a question that failed is one of those that were asked', () => {
  expect(triesOf(6, 3, false)).toEqual({ all: 6, failed: 3, well: 3 });
});

test('a sign-in that was refused is not among the sign-ins', () => {
  expect(triesOf(15, 1, true)).toEqual({ all: 16, failed: 1, well: 15 });
});

test('what was asked before midnight can fail after it', () => {
  expect(triesOf(1, 2, false)).toEqual({ all: 2, failed: 2, well: 0 });
});
