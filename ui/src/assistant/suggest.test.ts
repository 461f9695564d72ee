import { expect, it } from 'vitest';
import type { Column, Table } from '~/shared/api/models';
import { suggestionsFor } from './suggest';

const column = (name: string, type: string, rest: Partial<Column> = {}): Column => ({
  name,
  type,
  nullable: false,
  primaryKey: false,
  references: null,
  ...rest,
});
const table = (name: string, rowEstimate: number, columns: Column[]): Table => ({
  schema: 'public',
  name,
  kind: 'table',
  rowEstimate,
  comment: null,
  columns,
});

it('asks what the schema can answer, and never for the sum of a key', () => {
  const id = column('id', 'bigint', { primaryKey: true });
  const whales = table('whale_sightings', 9000, [
    id,
    column('whale_id', 'bigint', { references: 'public.whales.id' }),
    column('seen_at', 'timestamp with time zone'),
  ]);
  const kinds = table('whales', 80, [id, column('name', 'text'), column('length_m', 'numeric')]);
  expect(suggestionsFor({ tables: [kinds, whales] })).toEqual([
    'Top 5 whales by length m',
    'Whale sightings per month',
    'Average length m of whales',
    'How many whale sightings are there?',
  ]);
  expect(suggestionsFor({ tables: [] })).toEqual([]);
});
