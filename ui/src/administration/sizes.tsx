import { kindName } from '~/audit/kinds';
import type { LogFigures } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { bytes, count } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import { CodeName } from '~/shared/ui/code-name';
import classes from './growth.module.css';
import overview from './overview.module.css';

const t = texts.administration.growth;

/** What each kind of event takes, the largest first. */
export function KindSizes({ data: { kinds, sampled, events } }: { data: LogFigures }) {
  const most = Math.max(...kinds.map((kind) => kind.bytes), 1);
  return (
    <section className={card.card} aria-labelledby="kinds">
      <div className={card.head}>
        <h2 id="kinds" className={card.title}>
          {t.kinds}
        </h2>
        <span className={overview.note}>{sampled < events ? t.sampled(count(sampled)) : t.exact}</span>
      </div>
      <table className={classes.sizes}>
        <thead>
          <tr>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.events}</th>
            <th scope="col">{t.size}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ name, detail, events: n, bytes: size }) => (
            <tr key={name}>
              <th scope="row">
                {kindName(name)} {detail && <small>{t.detail}</small>}
                <small className={classes.technical}>
                  <CodeName name={name} />
                </small>
                <span className={classes.share} data-detail={detail || undefined} aria-hidden="true">
                  <span style={{ width: `${(size / most) * 100}%` }} />
                </span>
              </th>
              <td>{count(n)}</td>
              <td>{bytes(size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The largest tables of the database, with their indexes. */
export function TableSizes({ relations }: { relations: LogFigures['relations'] }) {
  return (
    <section className={card.card} aria-labelledby="tables">
      <div className={card.head}>
        <h2 id="tables" className={card.title}>
          {t.tables}
        </h2>
        <span className={overview.note}>{t.tablesNote}</span>
      </div>
      <table className={classes.sizes}>
        <thead>
          <tr>
            <th scope="col">{t.table}</th>
            <th scope="col" className={classes.rows}>
              {t.rows}
            </th>
            <th scope="col">{t.size}</th>
            <th scope="col">{t.indexes}</th>
          </tr>
        </thead>
        <tbody>
          {relations.map(({ name, rows, bytes: size, indexBytes }) => (
            <tr key={name}>
              <th scope="row" className="mono">
                <CodeName name={name} />
              </th>
              <td className={classes.rows}>{count(rows)}</td>
              <td>{bytes(size)}</td>
              <td>{bytes(indexBytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
