import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Moment, PastItem } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import { COLUMNS } from './columns';
import classes from './list.module.css';
import type { Kind } from './past-search';
import { fieldName, nameOfState, Value } from './value';

const t = texts.past;

type Props = { kind: Kind; items: PastItem[]; moment: Moment; isPast: boolean };

/** Things as they were, a line each; the name leads to the thing at the same moment. */
export function PastTable({ kind, items, moment, isPast }: Props) {
  const columns = COLUMNS[kind];
  return (
    <div className={`${card.card} ${classes.table}`}>
      <Table.ScrollContainer minWidth={720} type="native" tabIndex={0}>
        <Table verticalSpacing="sm" horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.thing}</Table.Th>
              {kind !== 'users' && <Table.Th>{t.owner}</Table.Th>}
              {columns.map((field) => (
                <Table.Th key={field}>{fieldName(field)}</Table.Th>
              ))}
              <Table.Th>{t.since}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, owner, state, deleted, incomplete }) => (
              <Table.Tr key={id}>
                <Table.Td className={classes.rowName}>
                  <Link
                    to="/dashboard/history/$kind/$id"
                    params={{ kind, id }}
                    search={isPast ? { at: moment.position } : {}}
                  >
                    {kind === 'users' && owner.name === null ? t.erased : nameOfState(state, id)}
                  </Link>
                  {incomplete && ` (${t.incomplete})`}
                  {deleted && ` (${t.deleted.toLowerCase()} ${absolute(deleted.at)})`}
                </Table.Td>
                {kind !== 'users' && <Table.Td>{owner.name ?? t.erased}</Table.Td>}
                {columns.map((field) => (
                  <Table.Td key={field} className={field === 'email' ? classes.long : undefined}>
                    <Value field={field} value={state?.[field]} />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Value field="createdAt" value={state?.createdAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
