import { expect, it } from 'vitest';
import { tokensOf } from './sql';

it('finds the parts of a statement and loses none of it', () => {
  const sql = `-- top\nSELECT "select", sum(price) AS n, 'it''s', $$a 'b'$$ FROM t1 WHERE x > 2.5 /* open`;
  const tokens = tokensOf(sql);
  expect(tokens.map(({ text }) => text).join('')).toBe(sql);
  const of = (kind: string) => tokens.filter((token) => token.kind === kind).map(({ text }) => text);
  expect(of('keyword')).toEqual(['SELECT', 'AS', 'FROM', 'WHERE']);
  expect(of('string')).toEqual([`'it''s'`, `$$a 'b'$$`]);
  expect(of('number')).toEqual(['2.5']);
  expect(of('function')).toEqual(['sum']);
  expect(of('comment')).toEqual(['-- top', '/* open']);
});
