/** Sums from the first value on, beginning with what was there before. */
export function running(values: number[], before: number): number[] {
  let sum = before;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** A line through values from left to right in a square of 100, and the area under it; the floor is at the bottom. */
export function pathOf(values: number[], floor: number): { line: string; area: string } {
  if (values.length === 0) return { line: '', area: '' };
  const span = Math.max(...values) - floor || 1;
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  const points = values.map(
    (value, index) => `${round(index * step)} ${round(98 - ((value - floor) / span) * 94)}`,
  );
  if (points.length === 1) points.push(`100 ${points[0]?.split(' ')[1]}`);
  const line = `M${points.join(' L')}`;
  return { line, area: `${line} L100 100 L0 100 Z` };
}
