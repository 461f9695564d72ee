import { describe, expect, it } from 'vitest';
import { pathOf, running } from './path';

describe('a line', () => {
  it('goes from left to right, the floor at the bottom and the most at the top', () => {
    expect(pathOf([10, 20, 15], 10)).toEqual({
      line: 'M0 98 L50 4 L100 51',
      area: 'M0 98 L50 4 L100 51 L100 100 L0 100 Z',
    });
  });

  it('is level when nothing changes, also with a single value', () => {
    expect(pathOf([0, 0], 0).line).toBe('M0 98 L100 98');
    expect(pathOf([5], 5).line).toBe('M0 98 L100 98');
    expect(pathOf([], 0).line).toBe('');
  });

  it('adds up from what was there before', () => {
    expect(running([1, 0, 2], 10)).toEqual([11, 11, 13]);
  });
});
