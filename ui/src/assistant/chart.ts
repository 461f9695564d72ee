import type { ChartKind } from '~/shared/api/models';
import { plain } from './csv';
import type { ResultChart, ResultColumn, ResultTable } from './parts';

const MOST_POINTS = 200;
const MOST_SLICES = 7;

const isTime = ({ type }: ResultColumn) => type === 'date' || type === 'timestamp';
const looksLikeKey = ({ name }: ResultColumn) => /(^|_)id$/i.test(name);

/** A chart for a table that came without one: over time as a line, named things as bars, everything else not at all. */
export function suggestChart({ columns, rows }: ResultTable): ResultChart {
  const measures = columns.filter((column) => column.type === 'number' && !looksLikeKey(column));
  const x =
    columns.find(isTime) ??
    columns.find(({ type }) => type === 'text') ??
    columns.find((c) => !measures.includes(c));
  const y = measures.filter((column) => column !== x).map(({ name }) => name);
  if (!x || y.length === 0 || rows.length < 2) return { kind: 'none', x: x?.name ?? '', y };
  return { kind: isTime(x) ? 'line' : 'bar', x: x.name, y: y.slice(0, 3) };
}

/** The chart that came with an answer. Where none was drawn a person may still choose one of the columns that suit. */
export function chartFor(sent: ResultChart | null, table: ResultTable): ResultChart {
  if (sent && drawable(sent, table)) return sent;
  const own = suggestChart(table);
  return sent ? { ...own, kind: 'none' } : own;
}

/** Whether a table can be drawn as the chart says: its columns are there, and the measured ones are numbers. */
export function drawable(chart: ResultChart, { columns, rows }: ResultTable): boolean {
  const named = (name: string) => columns.some((column) => column.name === name);
  return rows.length > 1 && named(chart.x) && chart.y.length > 0 && chart.y.every(named);
}

/** The kinds that a person may choose from for these values. Slices make sense only for one positive measure. */
export function kindsFor(chart: ResultChart, table: ResultTable): ChartKind[] {
  if (!drawable(chart, table)) return [];
  const [only] = chart.y;
  const at = table.columns.findIndex(({ name }) => name === only);
  const positive = table.rows.every((row) => Number(row[at]) >= 0);
  return positive ? ['bar', 'line', 'pie', 'none'] : ['bar', 'line', 'none'];
}

export type Point = { x: string } & Record<string, number | string | null>;

const numberOf = (value: unknown) =>
  value === null || value === '' || Number.isNaN(Number(value)) ? null : Number(value);

/** The table's rows as points; a long table is cut, and says so. */
export function pointsOf(
  chart: ResultChart,
  { columns, rows }: ResultTable,
): { points: Point[]; cut: boolean } {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const xAt = at(chart.x);
  const measures = chart.y.map((name, index) => [`y${index}`, at(name)] as const);
  const points = rows.slice(0, MOST_POINTS).map((row) => ({
    x: plain(row[xAt]),
    ...Object.fromEntries(measures.map(([key, i]) => [key, numberOf(row[i])])),
  }));
  return { points, cut: rows.length > MOST_POINTS };
}

export type Slice = { name: string; value: number };

/** The largest parts of a whole, the small ones together. */
export function slicesOf(points: Point[], others: string): Slice[] {
  const all = points
    .map((point) => ({ name: point.x, value: Number(point.y0 ?? 0) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  if (all.length <= MOST_SLICES) return all;
  const rest = all.slice(MOST_SLICES - 1).reduce((sum, { value }) => sum + value, 0);
  return [...all.slice(0, MOST_SLICES - 1), { name: others, value: rest }];
}
