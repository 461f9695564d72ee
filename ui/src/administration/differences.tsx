import type { Rebuild, TableComparison } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import classes from './differences.module.css';
import { RowDifferences } from './row-differences';

const t = texts.administration.projections;

/** What a comparison found, table by table. */
export function Differences({ name, rebuild }: { name: string; rebuild: Rebuild }) {
  return (
    <div className={classes.differences}>
      <p>{t.decide}</p>
      {rebuild.comparison?.tables.map((table) => (
        <section key={table.table} aria-label={t.comparisonOf(table.table)}>
          <h2 className="mono">{table.table}</h2>
          <Found table={table} />
          {table.examples.length > 0 && (
            <RowDifferences name={name} generation={rebuild.generation} table={table.table} />
          )}
        </section>
      ))}
    </div>
  );
}

function Found({ table }: { table: TableComparison }) {
  if (table.liveChecksum === table.rebuiltChecksum && table.liveRows === table.rebuiltRows) {
    return <p>{t.sameRows(count(table.liveRows))}</p>;
  }
  return (
    <>
      <dl>
        <Sum label={t.live} rows={table.liveRows} checksum={table.liveChecksum} />
        <Sum label={t.rebuilt} rows={table.rebuiltRows} checksum={table.rebuiltChecksum} />
      </dl>
      <p>{t.differing(count(table.changed), count(table.onlyLive), count(table.onlyRebuilt))}</p>
    </>
  );
}

function Sum({ label, rows, checksum }: { label: string; rows: number; checksum: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{t.rows(count(rows))}</dd>
      <dd>
        <span>{t.checksum}</span> <span className="mono">{checksum}</span>
      </dd>
    </div>
  );
}
