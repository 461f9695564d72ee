export const landing = {
  title: 'Ask your database. Keep the record.',
  lead: 'Daybook answers questions of your own databases in plain words: with the statement it ran, the rows it found and a chart. And it writes down every step, for good.',
  start: 'Create an account',
  signIn: 'Sign in',
  open: 'Open your workspace',
  picture:
    'A question becomes steps, a statement, a table and a chart, and each step is written into the log below.',
  demo: {
    question: 'Top 5 products by revenue last quarter',
    steps: ['Looked at 6 tables', 'Wrote the statement', 'Read 5 rows in 38 ms'],
    columns: ['product', 'revenue'],
    rows: [
      ['Oak desk', '184,210', 100],
      ['Field chair', '151,870', 82],
      ['Linen lamp', '120,455', 65],
      ['Wool rug', '88,940', 48],
      ['Shelf no. 4', '61,300', 33],
    ] as [string, string, number][],
    log: [
      ['1 041', 'Ada asked “Top 5 products by revenue last quarter”'],
      ['1 042', 'Daybook called run_query on Orders'],
      ['1 043', 'Orders answered 5 rows in 38 ms'],
      ['1 044', 'Daybook answered Ada'],
    ] as [string, string][],
  },
  points: [
    [
      'Reads, never writes',
      'Every statement runs in a read-only transaction under a least-privilege role, with limits on time, rows and bytes. Several safeguards, each enough by itself.',
    ],
    [
      'Your databases, your machine',
      'Self-hosted in one process. PostgreSQL by address or any MCP server by URL; the addresses are stored encrypted and never shown again.',
    ],
    [
      'A log that explains itself',
      'Who asked what, from where, and what it caused: each event a sentence, searchable, and the only source of truth.',
    ],
    [
      'With a model, or without',
      'A built-in analyst answers the common shapes of question on any schema. Add a model of your choice when you want more.',
    ],
  ] as [string, string][],
  footer: 'Self-hosted. Event-sourced. Yours.',
};
