import type { Column, Schema, Table } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';

const t = texts.assistant.suggest;
const MOST = 4;

const isNumber = ({ type }: Column) => /int|numeric|decimal|real|double|float|money/i.test(type);
const isTime = ({ type }: Column) => /date|timestamp/i.test(type);
const isText = ({ type }: Column) => /char|text/i.test(type);
const isMeasure = (column: Column) =>
  isNumber(column) && !column.primaryKey && !column.references && !/(^|_)id$/i.test(column.name);
const words = (name: string) => name.replaceAll('_', ' ');

/** Questions that this schema can answer, whatever it holds: the largest tables first, one kind of question each. */
export function suggestionsFor({ tables }: Schema): string[] {
  const bySize = tables
    .filter((table) => table.columns.length > 1)
    .toSorted((a, b) => (b.rowEstimate ?? 0) - (a.rowEstimate ?? 0));
  const top = first(bySize, topQuestion);
  const time = first(bySize, (table) => (table.columns.some(isTime) ? t.overTime(words(table.name)) : null));
  const average = first(bySize, (table) => {
    const measure = table.columns.find(isMeasure);
    return measure ? t.average(words(measure.name), words(table.name)) : null;
  });
  const counts = bySize.map((table) => t.count(words(table.name)));
  const found = [top, time, average, ...counts].filter((question): question is string => question !== null);
  return [...new Set(found)]
    .slice(0, MOST)
    .map((question) => question.charAt(0).toUpperCase() + question.slice(1));
}

/** “Top 5 …”: a table whose rows have a name and a measure. */
function topQuestion(table: Table): string | null {
  const measure = table.columns.find(isMeasure);
  const named = table.columns.some((column) => isText(column) && /name|title|label/i.test(column.name));
  return measure && named ? t.top(words(table.name), words(measure.name)) : null;
}

function first(tables: Table[], question: (table: Table) => string | null): string | null {
  for (const table of tables) {
    const found = question(table);
    if (found) return found;
  }
  return null;
}
