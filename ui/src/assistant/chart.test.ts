import { describe, expect, it } from 'vitest';
import { chartFor, drawable, kindsFor, pointsOf, slicesOf, suggestChart } from './chart';
import type { ResultTable } from './parts';

const table = (columns: [string, string][], rows: unknown[][]): ResultTable => ({
  columns: columns.map(([name, type]) => ({ name, type })),
  rows,
  rowCount: rows.length,
  truncated: false,
});

describe('the choice of a chart', () => {
  it('draws time as a line and named things as bars', () => {
    const perMonth = table(
      [
        ['month', 'date'],
        ['orders', 'number'],
      ],
      [
        ['2026-01-01', 1],
        ['2026-02-01', 2],
      ],
    );
    expect(suggestChart(perMonth)).toEqual({ kind: 'line', x: 'month', y: ['orders'] });
    const top = table(
      [
        ['id', 'number'],
        ['name', 'text'],
        ['revenue', 'number'],
      ],
      [
        [1, 'a', 5],
        [2, 'b', 4],
      ],
    );
    expect(suggestChart(top)).toEqual({ kind: 'bar', x: 'name', y: ['revenue'] });
  });

  it('draws nothing for a single figure or for words alone', () => {
    expect(suggestChart(table([['count', 'number']], [[3]])).kind).toBe('none');
    expect(suggestChart(table([['name', 'text']], [['a'], ['b']])).kind).toBe('none');
  });

  it('does not draw columns that are not there', () => {
    const data = table(
      [
        ['name', 'text'],
        ['n', 'number'],
      ],
      [
        ['a', 1],
        ['b', 2],
      ],
    );
    expect(drawable({ kind: 'bar', x: 'name', y: ['missing'] }, data)).toBe(false);
    expect(kindsFor({ kind: 'bar', x: 'nope', y: ['n'] }, data)).toEqual([]);
  });

  it('takes the chart that was sent, and where none was drawn lets a person choose', () => {
    const data = table(
      [
        ['name', 'text'],
        ['n', 'number'],
      ],
      [
        ['a', 1],
        ['b', 2],
      ],
    );
    const pie = { kind: 'pie' as const, x: 'name', y: ['n'] };
    expect(chartFor(pie, data)).toBe(pie);
    expect(chartFor({ kind: 'none', x: '', y: [] }, data)).toEqual({ kind: 'none', x: 'name', y: ['n'] });
    expect(chartFor(null, data).kind).toBe('bar');
  });

  it('offers slices only where nothing is negative', () => {
    const chart = { kind: 'bar' as const, x: 'name', y: ['n'] };
    expect(
      kindsFor(
        chart,
        table(
          [
            ['name', 'text'],
            ['n', 'number'],
          ],
          [
            ['a', 1],
            ['b', 2],
          ],
        ),
      ),
    ).toContain('pie');
    expect(
      kindsFor(
        chart,
        table(
          [
            ['name', 'text'],
            ['n', 'number'],
          ],
          [
            ['a', 1],
            ['b', -2],
          ],
        ),
      ),
    ).not.toContain('pie');
  });

  it('reads numbers that arrive as text, keeps gaps, and cuts what is too long to see', () => {
    const chart = { kind: 'bar' as const, x: 'name', y: ['n'] };
    const rows = [['a', '12.50'], [null, null], ...Array.from({ length: 300 }, (_, i) => [`r${i}`, i])];
    const { points, cut } = pointsOf(
      chart,
      table(
        [
          ['name', 'text'],
          ['n', 'number'],
        ],
        rows,
      ),
    );
    expect(points.slice(0, 2)).toEqual([
      { x: 'a', y0: 12.5 },
      { x: '', y0: null },
    ]);
    expect([points.length, cut]).toEqual([200, true]);
  });

  it('puts the small slices together and loses nothing of the whole', () => {
    const points = Array.from({ length: 10 }, (_, i) => ({ x: `p${i}`, y0: i + 1 }));
    const slices = slicesOf(points, 'Others');
    expect(slices).toHaveLength(7);
    expect(slices[0]).toEqual({ name: 'p9', value: 10 });
    expect(slices.at(-1)).toEqual({ name: 'Others', value: 10 });
    expect(slices.reduce((sum, { value }) => sum + value, 0)).toBe(55);
  });
});
