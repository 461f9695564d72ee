import { Table } from '@mantine/core';
import type { PastThing } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute, count } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import classes from './past.module.css';
import { fieldName, Value } from './value';

const t = texts.past;

/** What differs between two moments, and what happened between them. */
export function Comparison({ comparison }: { comparison: NonNullable<PastThing['comparison']> }) {
  const { earlier, later, changes, events, total } = comparison;
  const deletion = !earlier.deleted && later.deleted && !changes.some(({ field }) => field === 'deleted');
  const all = deletion ? [...changes, { field: 'deleted', before: false, after: true }] : changes;
  return (
    <section className={`${card.card} ${classes.comparison}`} aria-labelledby="past-comparison">
      <div className={card.head}>
        <h2 id="past-comparison" className={card.title}>
          {t.comparison}
        </h2>
      </div>
      {all.length === 0 ? (
        <p className={classes.same}>{t.same}</p>
      ) : (
        <Table.ScrollContainer minWidth={300} type="native" tabIndex={0}>
          <Table verticalSpacing="sm" horizontalSpacing="lg">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.field}</Table.Th>
                <Table.Th>{absolute(earlier.moment.at)}</Table.Th>
                <Table.Th>{absolute(later.moment.at)}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {all.map(({ field, before, after }) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{fieldName(field)}</Table.Th>
                  <Table.Td className={classes.before}>
                    <Value field={field} value={before} />
                  </Table.Td>
                  <Table.Td className={classes.after}>
                    <Value field={field} value={after} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {total > 0 && (
        <>
          <p className={classes.same}>{t.between(total)}</p>
          <ul className={classes.between}>
            {events.map((event) => (
              <li key={event.position}>
                <span className="mono">{count(event.position)}</span> {event.sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
