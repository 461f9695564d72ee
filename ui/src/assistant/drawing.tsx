import { useMediaQuery } from '@mantine/hooks';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  Legend,
  Line,
  LineChart,
  Pie,
  PieChart,
  ResponsiveContainer,
  Text,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ChartKind } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { date, figure, short } from '~/shared/texts/format';
import { type Point, slicesOf } from './chart';

const COLOURS = [1, 2, 3, 4, 5, 6].map((n) => `var(--chart-${n})`);
const colour = (index: number) => COLOURS[index % COLOURS.length];

const axis = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-soft)', fontSize: 12 },
  tickLine: false,
} as const;
const tooltip = {
  contentStyle: {
    background: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: 10,
    color: 'var(--ink)',
    fontSize: 13,
  },
  itemStyle: { color: 'var(--ink)' },
  formatter: (value: unknown) => figure(Number(value)),
};

const TIME = /^\d{4}-\d{2}-\d{2}/;

/** Moments as days; everything else as it is, but short. */
const label = (value: unknown) => {
  const text = String(value);
  if (TIME.test(text)) return date(`${text.slice(0, 10)}T00:00:00`);
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
};

type Props = { kind: Exclude<ChartKind, 'none'>; points: Point[]; names: string[]; title: string };

/** The chart itself; it is loaded only when there is one to draw. */
export default function Drawing({ kind, points, names, title }: Props) {
  const wide = useMediaQuery('(min-width: 700px)', true, { getInitialValueInEffect: false });
  const Chart = { bar: bars, line: lines, pie: slices }[kind];
  return (
    <div role="img" aria-label={`${title}: ${texts.assistant.chartKinds[kind]}`} style={{ height: 320 }}>
      <ResponsiveContainer width="100%" height="100%">
        {Chart(points, names, wide)}
      </ResponsiveContainer>
    </div>
  );
}

const inInk = (name: string) => <span style={{ color: 'var(--ink)', fontSize: 13 }}>{label(name)}</span>;

const margin = { top: 8, right: 12, bottom: 4, left: 4 };

/** So many names find room under their bars, on several lines. */
const FEW = 6;
const someNames = { minTickGap: 12, ...axis };
const everyName = { ...axis, interval: 0, height: 52, tick: <Name /> } as const;

type NameProps = {
  x?: number;
  y?: number;
  width?: number;
  visibleTicksCount?: number;
  payload?: { value: unknown };
};

/** A name under its bar, broken where the bar's place ends. */
function Name({ x, y, width = 0, visibleTicksCount = 1, payload }: NameProps) {
  return (
    <Text
      x={x}
      y={y}
      width={width / visibleTicksCount - 6}
      maxLines={3}
      breakAll={false}
      textAnchor="middle"
      verticalAnchor="start"
      fill="var(--ink-soft)"
      fontSize={12}
    >
      {TIME.test(String(payload?.value)) ? label(payload?.value) : String(payload?.value)}
    </Text>
  );
}

const frame = (names: string[], few = false) => (
  <>
    <CartesianGrid vertical={false} stroke="var(--line)" />
    <XAxis dataKey="x" tickFormatter={label} {...(few ? everyName : someNames)} />
    <YAxis tickFormatter={(value: number) => short(value)} width={54} axisLine={false} {...axis} />
    <Tooltip
      {...tooltip}
      labelFormatter={label}
      cursor={{ fill: 'var(--sunk)', stroke: 'var(--line-strong)' }}
    />
    {names.length > 1 && <Legend formatter={inInk} />}
  </>
);

const bars = (points: Point[], names: string[], wide: boolean) => (
  <BarChart data={points} margin={margin} accessibilityLayer={false}>
    {frame(names, wide && points.length <= FEW)}
    {names.map((name, index) => (
      <Bar
        key={name}
        dataKey={`y${index}`}
        name={name}
        fill={colour(index)}
        radius={[5, 5, 0, 0]}
        maxBarSize={56}
        isAnimationActive={false}
      />
    ))}
  </BarChart>
);

const lines = (points: Point[], names: string[]) => (
  <LineChart data={points} margin={margin} accessibilityLayer={false}>
    {frame(names)}
    {names.map((name, index) => (
      <Line
        key={name}
        dataKey={`y${index}`}
        name={name}
        stroke={colour(index)}
        strokeWidth={2.25}
        dot={points.length < 32 && { r: 3, fill: colour(index), strokeWidth: 0 }}
        type="monotone"
        isAnimationActive={false}
      />
    ))}
  </LineChart>
);

const slices = (points: Point[], names: string[]) => {
  const all = slicesOf(points, texts.assistant.others);
  return (
    <PieChart accessibilityLayer={false}>
      <Tooltip {...tooltip} />
      <Legend layout="vertical" align="right" verticalAlign="middle" itemSorter={null} formatter={inInk} />
      <Pie
        data={all}
        dataKey="value"
        nameKey="name"
        name={names[0]}
        innerRadius="55%"
        outerRadius="88%"
        stroke="var(--surface)"
        strokeWidth={2}
        isAnimationActive={false}
        rootTabIndex={-1}
      >
        {all.map(({ name }, index) => (
          <Cell key={name} fill={colour(index)} />
        ))}
      </Pie>
    </PieChart>
  );
};
