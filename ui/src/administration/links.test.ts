import { expect, it } from 'vitest';
import { withLinks } from './links';

it('finds the links of a letter and loses none of its words', () => {
  const body = 'Open http://127.0.0.1:8080/verify-email#token=a.b-c_d.\nThank you, javascript:alert(1)';
  const pieces = withLinks(body);
  expect(pieces.map(({ text }) => text).join('')).toBe(body);
  expect(pieces.flatMap(({ href }) => href ?? [])).toEqual([
    'http://127.0.0.1:8080/verify-email#token=a.b-c_d',
  ]);
});
