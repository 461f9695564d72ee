import { describe, expect, it } from 'vitest';
import { isFiltered, logQuery, logSearch, searchOf, wordsOf } from './log-search';

describe('the search of the history page', () => {
  it('keeps what it knows and drops what makes no sense', () => {
    expect(
      logSearch({ scope: 'all', q: 'orders', from: '2026-02-30x', to: '2026-03-01', type: '', page: 7 }),
    ).toEqual({ scope: 'all', q: 'orders', to: '2026-03-01' });
    expect(logSearch({ scope: 'nonsense', q: ['a'] })).toEqual({});
  });

  it('takes a number in the URL for the word that it was', () => {
    expect(logSearch({ q: 1042 })).toEqual({ q: '1042' });
  });

  it('asks the server for whole days of the reader and never for what only the page knows', () => {
    const query = logQuery({ scope: 'all', entry: '5', q: 'x', from: '2026-03-01', to: '2026-03-01' });
    expect(query).toEqual({
      q: 'x',
      from: new Date(2026, 2, 1).toISOString(),
      to: new Date(2026, 2, 2).toISOString(),
    });
  });

  it('does not count the tab or the opened entry as a filter', () => {
    expect(isFiltered({ scope: 'all', entry: '5' })).toBe(false);
    expect(isFiltered({ q: 'x' })).toBe(true);
  });

  it('has the same words however it came about, so that a kept search is known again', () => {
    const search = { type: 'a.B,a.C', scope: 'all', q: 'x y', entry: '5' } as const;
    expect(wordsOf(search)).toBe(wordsOf({ q: 'x y', type: 'a.B,a.C', scope: 'all', actor: undefined }));
    expect(searchOf(wordsOf(search))).toEqual({ scope: 'all', q: 'x y', type: 'a.B,a.C' });
  });
});
