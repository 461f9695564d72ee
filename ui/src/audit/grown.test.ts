import { describe, expect, it } from 'vitest';
import type { LogEntry } from '~/shared/api/models';
import { grown, inOrder, type Log, more } from './grown';

const entry = (position: number) => ({ position, sentence: `Step ${position}` }) as LogEntry;
const entries = (...positions: number[]) => positions.map(entry);
const page = (nextCursor: string | null, ...positions: number[]) => ({
  items: entries(...positions),
  nextCursor,
  following: 'then',
  morePeople: false,
});
const log = (...pages: ReturnType<typeof page>[]): Log => ({ pages, pageParams: pages.map(() => '') });
const shown = (of: Log) => inOrder(of).map(({ position }) => position);

describe('the log as it is written', () => {
  it('grows at its beginning, newest first, and is followed from there', () => {
    const next = grown(log(page('2', 3, 2), page(null, 1)), { items: entries(5, 4), following: 'now' });
    expect(shown(next)).toEqual([5, 4, 3, 2, 1]);
    expect(next.pages[0]?.following).toBe('now');
  });

  it('does not say anything twice', () => {
    expect(
      shown(grown(log(page('3', 4, 3), page(null, 1)), { items: entries(5, 4, 1), following: null })),
    ).toEqual([5, 4, 3, 1]);
    const there = entries(3);
    expect(more(there, entries(3))).toBe(there);
  });

  it('lets go of the oldest when it is followed for long, and reads them again on demand', () => {
    const all = Array.from({ length: 500 }, (_, i) => 600 - i);
    const next = grown(log(page(null, ...all)), { items: entries(602, 601), following: null });
    expect(shown(next)).toEqual([602, 601, ...all.slice(0, 498)]);
    expect(next.pages[0]?.nextCursor).toBe('103');
    const readOn = grown(log(page('101', ...all), page(null, 1)), { items: entries(601), following: null });
    expect(shown(readOn)).toHaveLength(502);
  });

  it('puts what was written late where it stands, and leaves to the next page what is older than all', () => {
    expect(
      shown(grown(log(page('6', 9, 6), page('2', 4, 2)), { items: entries(5, 1), following: 'x' })),
    ).toEqual([9, 6, 5, 4, 2]);
  });
});
