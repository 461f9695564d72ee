import { expect, it } from 'vitest';
import { lastDays } from './last-days';

it('shows days without a question too, today last', () => {
  const today = new Date('2026-03-02T23:30:00Z');
  expect(
    lastDays(
      [
        { day: '2026-02-28', questions: 4 },
        { day: '2025-01-01', questions: 9 },
      ],
      4,
      today,
    ),
  ).toEqual([
    { day: '2026-02-27', questions: 0 },
    { day: '2026-02-28', questions: 4 },
    { day: '2026-03-01', questions: 0 },
    { day: '2026-03-02', questions: 0 },
  ]);
});
