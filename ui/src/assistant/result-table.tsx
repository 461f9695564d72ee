import { ActionIcon, Button } from '@mantine/core';
import {
  createColumnHelper,
  flexRender,
  getCoreRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  useReactTable,
} from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useMemo } from 'react';
import { texts } from '~/shared/texts/en';
import { count, duration } from '~/shared/texts/format';
import { hasFractions, shown } from './cell';
import { csvOf, download, fileName } from './csv';
import type { ResultTable as Result } from './parts';
import classes from './result-table.module.css';

const t = texts.assistant;
const PAGE = 50;
const helper = createColumnHelper<unknown[]>();
const SORTED = { asc: 'ascending', desc: 'descending' } as const;

/** The rows of an answer: sorted by a click, a page at a time, and all of them as CSV. */
export function ResultTable({ result, question }: { result: Result; question: string }) {
  const columns = useMemo(
    () =>
      result.columns.map(({ name, type }, index) => {
        const fractions = type === 'number' && hasFractions(result.rows, index);
        return helper.accessor((row) => sortable(row[index], type), {
          id: String(index),
          header: name,
          cell: ({ row }) => shown(row.original[index], type, fractions),
          sortUndefined: 'last',
          sortDescFirst: type === 'number',
        });
      }),
    [result.columns, result.rows],
  );
  const table = useReactTable({
    data: result.rows,
    columns,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getPaginationRowModel: getPaginationRowModel(),
    initialState: { pagination: { pageSize: PAGE } },
  });
  const isNumber = (id: string) => result.columns[Number(id)]?.type === 'number' || undefined;
  const { pageIndex } = table.getState().pagination;

  if (result.rows.length === 0) return <p className={classes.note}>{t.noRows}</p>;
  return (
    <div className={classes.result}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t.table}>
        <table>
          <thead>
            <tr>
              {table.getFlatHeaders().map(({ id, column }) => {
                const sorted = column.getIsSorted();
                const name = String(column.columnDef.header);
                return (
                  <th key={id} data-number={isNumber(id)} aria-sort={sorted ? SORTED[sorted] : undefined}>
                    <button type="button" onClick={column.getToggleSortingHandler()} title={t.sortBy(name)}>
                      {name}
                      {sorted === 'asc' && <ArrowUp size={13} aria-hidden="true" />}
                      {sorted === 'desc' && <ArrowDown size={13} aria-hidden="true" />}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id}>
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} data-number={isNumber(cell.column.id)}>
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={classes.foot}>
        <span>
          {t.rows(count(result.rowCount))}
          {result.truncated && `, ${t.truncated}`}
          {typeof result.durationMs === 'number' && ` ${t.took(duration(result.durationMs))}`}
        </span>
        {table.getPageCount() > 1 && (
          <span className={classes.pages}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.previous}
              disabled={!table.getCanPreviousPage()}
              onClick={table.previousPage}
            >
              <ChevronLeft size={16} />
            </ActionIcon>
            {t.page(
              count(pageIndex * PAGE + 1),
              count(Math.min((pageIndex + 1) * PAGE, result.rows.length)),
              count(result.rows.length),
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.next}
              disabled={!table.getCanNextPage()}
              onClick={table.nextPage}
            >
              <ChevronRight size={16} />
            </ActionIcon>
          </span>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Download size={14} />}
          aria-label={t.downloadLabel}
          onClick={() => download(fileName(question), csvOf(result))}
        >
          {t.download}
        </Button>
      </div>
    </div>
  );
}

/** What a cell is compared by; nothing at all for null, so that it stays at the end. */
function sortable(value: unknown, type: string): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  if (type === 'number' && !Number.isNaN(Number(value))) return Number(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
