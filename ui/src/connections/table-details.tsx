import type { Table } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { short } from '~/shared/texts/format';
import classes from './connections.module.css';

const t = texts.connections;

export function TableDetails({ table }: { table: Table }) {
  const name = table.schema === 'public' ? table.name : `${table.schema}.${table.name}`;
  return (
    <details className={classes.table}>
      <summary>
        <span className="mono">{name}</span>
        <small>
          {t.columns(table.columns.length)}
          {typeof table.rowEstimate === 'number' &&
            table.rowEstimate >= 0 &&
            ` · ${t.rowEstimate(short(table.rowEstimate))}`}
        </small>
      </summary>
      {table.comment && <p>{table.comment}</p>}
      <ul className={classes.columns}>
        {table.columns.map((column) => (
          <li key={column.name}>
            <span className="mono">{column.name}</span>
            <small>
              {[
                column.type,
                column.primaryKey && t.primaryKey,
                column.references && t.refersTo(column.references),
                column.nullable && t.nullable,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
