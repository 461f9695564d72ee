import type { Comparison } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import classes from './projections.module.css';

const t = texts.administration.projections;

/** What a comparison found, table by table. */
export function Differences({ comparison: { tables } }: { comparison: Comparison }) {
  const examples = tables.flatMap((table) => table.examples).slice(0, 5);
  return (
    <div className={classes.differences}>
      <p className={classes.detail}>{t.decide}</p>
      <dl aria-label={t.comparison}>
        {tables.map((table) => (
          <div key={table.table}>
            <dt className="mono">{table.table}</dt>
            <Fact label={t.rowsLive} value={table.liveRows} />
            <Fact label={t.rowsRebuilt} value={table.rebuiltRows} />
            <Fact label={t.onlyLive} value={table.onlyLive} />
            <Fact label={t.onlyRebuilt} value={table.onlyRebuilt} />
            <Fact label={t.changed} value={table.changed} />
          </div>
        ))}
      </dl>
      {examples.length > 0 && <p className={`${classes.detail} mono`}>{t.examples(examples.join(', '))}</p>}
    </div>
  );
}

function Fact({ label, value }: { label: string; value: number }) {
  return (
    <dd>
      <span>{label}</span> {count(value)}
    </dd>
  );
}
