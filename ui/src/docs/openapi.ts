/** As much of an OpenAPI 3 document as the page shows. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
};
type Content = Record<string, { schema?: Schema }>;
export type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
};
type Described = {
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { content?: Content; required?: boolean };
  responses?: Record<string, { description?: string; content?: Content }>;
  'x-permission'?: string;
};
export type Document = {
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components?: { schemas?: Record<string, Schema> };
};
export type Operation = Described & { id: string; method: string; path: string; area: string };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const OTHER = 'other';

/** The part of the API that a path belongs to: its first word. */
const areaOf = (path: string) => /^\/api\/([a-z-]+)/.exec(path)?.[1] ?? OTHER;

/** Every operation in the order of the document, by area; what is in none comes last. */
export function operationsOf({ paths }: Document): Map<string, Operation[]> {
  const areas = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of METHODS) {
      const described = methods[method];
      if (!described) continue;
      const area = areaOf(path);
      const operation = { ...described, id: `${method.toUpperCase()}-${path}`, method, path, area };
      areas.set(area, [...(areas.get(area) ?? []), operation]);
    }
  }
  const rest = areas.get(OTHER);
  return rest && areas.delete(OTHER) ? areas.set(OTHER, rest) : areas;
}

/** Whether an operation has all of the words, wherever they stand. */
export function hasWords(operation: Operation, words: string): boolean {
  const text = [
    operation.method,
    operation.path,
    operation.summary,
    operation.description,
    operation['x-permission'],
  ]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The schema that a reference names; itself when it is none. */
export function resolved(schema: Schema, { components }: Document): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name && components?.schemas?.[name]) || schema;
}

export const nameOf = (schema: Schema): string | undefined => schema.$ref?.split('/').at(-1);

/** The first body of a content, and how it is written. */
export function bodyOf(content: Content | undefined): { type: string; schema: Schema } | null {
  const [type, body] = Object.entries(content ?? {})[0] ?? [];
  return type ? { type, schema: body?.schema ?? {} } : null;
}

/** A value as somebody may send it, so that a command can be tried. */
export function sampleOf(schema: Schema, document: Document, depth = 0): unknown {
  const known = resolved(schema, document);
  const type = Array.isArray(known.type) ? known.type.find((one) => one !== 'null') : known.type;
  if (known.enum) return known.enum[0];
  if (known.properties && depth < 3) {
    return Object.fromEntries(
      Object.entries(known.properties).map(([name, field]) => [name, sampleOf(field, document, depth + 1)]),
    );
  }
  if (type === 'array') return known.items && depth < 3 ? [sampleOf(known.items, document, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return known.minimum ?? 0;
  if (type === 'boolean') return false;
  if (type === 'string') {
    if (known.format === 'uuid') return '019a0000-0000-7000-8000-000000000001';
    return known.format === 'date-time' ? '2026-01-31T12:00:00Z' : '…';
  }
  return {};
}

/** The same request from a shell. */
export function commandOf(operation: Operation, document: Document, origin: string): string {
  const { method, path } = operation;
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"${origin}${path}"`];
  if (operation['x-permission']) lines.push(`-H "Authorization: Bearer $TOKEN"`);
  const body = bodyOf(operation.requestBody?.content);
  if (body) {
    lines.push(`-H 'Content-Type: ${body.type}'`);
    lines.push(`-d '${JSON.stringify(sampleOf(body.schema, document))}'`);
  }
  return lines.join(' \\\n  ');
}
