import { z } from 'zod';

// The policy allows no code made from strings, so zod must not try it.
z.config({ jitless: true });

const column = z.object({ name: z.string(), type: z.string() });
const chart = z.object({
  kind: z.enum(['bar', 'line', 'pie', 'none']).catch('none'),
  x: z.string(),
  y: z.array(z.string()),
  title: z.string().nullish(),
});
const table = z.object({
  columns: z.array(column),
  rows: z.array(z.array(z.unknown())),
  rowCount: z.number(),
  truncated: z.boolean().catch(false),
  durationMs: z.number().nullish(),
});
const step = z.object({
  label: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  detail: z.string().nullish(),
});

/** The parts of the AI SDK's UI message stream that this page understands; it skips all others. */
const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), messageId: z.string().optional() }),
  z.object({ type: z.literal('data-step'), id: z.string(), data: step }),
  z.object({
    type: z.literal('tool-input-available'),
    toolCallId: z.string(),
    toolName: z.string(),
    input: z.unknown(),
  }),
  z.object({ type: z.literal('tool-output-available'), toolCallId: z.string(), output: z.unknown() }),
  z.object({ type: z.literal('tool-output-error'), toolCallId: z.string(), errorText: z.string() }),
  z.object({ type: z.literal('data-sql'), data: z.object({ sql: z.string() }) }),
  z.object({ type: z.literal('data-table'), data: table }),
  z.object({ type: z.literal('data-chart'), data: chart }),
  z.object({ type: z.literal('text-start'), id: z.string() }),
  z.object({ type: z.literal('text-delta'), id: z.string(), delta: z.string() }),
  z.object({ type: z.literal('text-end'), id: z.string() }),
  z.object({ type: z.literal('error'), errorText: z.string() }),
  z.object({ type: z.literal('abort') }),
  z.object({ type: z.literal('finish') }),
]);

export type Part = z.infer<typeof part>;
export type ResultColumn = z.infer<typeof column>;
export type ResultTable = z.infer<typeof table>;
export type ResultChart = z.infer<typeof chart>;

/** One streamed part; null for one of a kind or shape that this page does not know. */
export function readPart(raw: unknown): Part | null {
  const read = part.safeParse(raw);
  return read.success ? read.data : null;
}

export function parsePart(data: string): Part | null {
  try {
    return readPart(JSON.parse(data));
  } catch {
    return null;
  }
}
