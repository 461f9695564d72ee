export type Token = {
  kind: 'keyword' | 'string' | 'number' | 'comment' | 'function' | 'plain';
  text: string;
};

const KEYWORDS = new Set(
  `select from where and or not in is null as on join left right full inner outer cross lateral using group by order having
  limit offset fetch first rows only asc desc nulls last distinct all union intersect except case when then else end with
  recursive between like ilike similar to exists any some interval date timestamp true false over partition window range
  values cast filter within extract explain analyze`.split(/\s+/),
);

const TOKEN =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^']|'')*'?|\$(\w*)\$[\s\S]*?(?:\$\3\$|$))|(?<quoted>"(?:[^"]|"")*"?)|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>[A-Za-z_][\w$]*)|(?<rest>\s+|[\s\S])/g;

/** Cuts a statement into what can be coloured. Joined again, the tokens are the statement. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const match of sql.matchAll(TOKEN)) {
    const text = match[0];
    const kind = kindOf(match.groups ?? {}, text, sql.slice(match.index + text.length));
    const last = tokens.at(-1);
    if (last?.kind === 'plain' && kind === 'plain') last.text += text;
    else tokens.push({ kind, text });
  }
  return tokens;
}

function kindOf(groups: Record<string, string | undefined>, text: string, after: string): Token['kind'] {
  if (groups.comment !== undefined) return 'comment';
  if (groups.string !== undefined) return 'string';
  if (groups.number !== undefined) return 'number';
  if (groups.word === undefined) return 'plain';
  if (KEYWORDS.has(text.toLowerCase())) return 'keyword';
  return after.startsWith('(') ? 'function' : 'plain';
}
