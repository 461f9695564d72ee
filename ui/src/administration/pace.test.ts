import { expect, test } from 'vitest';
import { pace } from './pace';

test('says nothing of the pace before the first events', () => {
  expect(pace(0, 1000, 400)).toBeNull();
});

test('tells events a second and the time that is left', () => {
  expect(pace(250, 1000, 500)).toEqual({ perSecond: 500, left: 1500 });
});

test('has nothing left when there are more events than were expected', () => {
  expect(pace(1010, 1000, 500)?.left).toBe(0);
});
