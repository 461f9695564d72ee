import { describe, expect, it } from 'vitest';
import type { LogEntry } from '~/shared/api/models';
import { grown } from './grown';

const entry = (position: number) => ({ position, sentence: `Step ${position}` }) as LogEntry;
const log = (...pages: number[][]) => ({
  pages: pages.map((positions) => ({ items: positions.map(entry), nextCursor: null })),
  pageParams: pages.map(() => ''),
});

describe('the log as it is written', () => {
  it('grows at its beginning, newest first', () => {
    expect(
      grown(log([3, 2], [1]), [entry(5), entry(4)]).pages.map(({ items }) => items.map((e) => e.position)),
    ).toEqual([[5, 4, 3, 2], [1]]);
  });

  it('does not say anything twice, and stays the same object when nothing is new', () => {
    const read = log([3, 2]);
    expect(grown(read, [entry(3)])).toBe(read);
    expect(grown(read, [entry(4), entry(3)]).pages[0]?.items).toHaveLength(3);
  });
});
