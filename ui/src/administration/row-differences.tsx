import { useQuery } from '@tanstack/react-query';
import type { RowDifference } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Fault } from '~/shared/ui/fault';
import classes from './differences.module.css';
import { rowDifferences } from './queries';

const t = texts.administration.projections;

/** The rows of one table that a comparison named, and which of their columns differ. */
export function RowDifferences({
  name,
  generation,
  table,
}: {
  name: string;
  generation: number;
  table: string;
}) {
  const { data, error, refetch } = useQuery(rowDifferences(name, generation));
  const rows = data?.items.filter((row) => row.table === table) ?? [];
  if (error) return <Fault cause={error} retry={() => void refetch()} />;
  return (
    <ul className={classes.rows} aria-label={t.examplesOf(table)}>
      {rows.map((row) => (
        <li key={row.key}>
          <p>
            {whereabouts(row)} <span className="mono">{row.key}</span>
          </p>
          {row.columns.length > 0 && <Columns row={row} />}
        </li>
      ))}
    </ul>
  );
}

function Columns({ row: { columns, key } }: { row: RowDifference }) {
  return (
    <dl aria-label={key}>
      {columns.map(({ column, live, rebuilt }) => (
        <div key={column}>
          <dt className="mono">{column}</dt>
          <dd>
            <span>{t.live}</span> <Value value={live} />
          </dd>
          <dd>
            <span>{t.rebuilt}</span> <Value value={rebuilt} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: string | null }) {
  return value === null ? <i>{t.noValue}</i> : <q>{value}</q>;
}

function whereabouts({ live, rebuilt, columns }: RowDifference) {
  if (!rebuilt) return t.onlyLive;
  if (!live) return t.onlyRebuilt;
  return columns.length > 0 ? t.changed : t.sameByNow;
}
