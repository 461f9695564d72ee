import { describe, expect, it } from 'vitest';
import { csvOf, fileName } from './csv';

const columns = [
  { name: 'a', type: 'text' },
  { name: 'b,c', type: 'json' },
];

describe('a table as CSV', () => {
  it('quotes what needs it, leaves nothing for null, and keeps structures as JSON', () => {
    const rows = [
      ['say "hi"', { x: [1, 2] }],
      ['two\nlines', null],
      [0, false],
    ];
    expect(csvOf({ columns, rows })).toBe(
      'a,"b,c"\r\n"say ""hi""","{""x"":[1,2]}"\r\n"two\nlines",\r\n0,false\r\n',
    );
  });

  it('lets no cell become a formula, and no negative number become text', () => {
    expect(csvOf({ columns: [], rows: [['=1+1', '-5', '-x', '+1.5', '@sum']] })).toBe(
      "\r\n'=1+1,-5,'-x,+1.5,'@sum\r\n",
    );
  });

  it('is named after its question', () => {
    expect(fileName('Top 5 Produkte für „März“?')).toBe('top-5-produkte-für-märz.csv');
    expect(fileName('???')).toBe('answer.csv');
  });
});
