import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { type Document, resolved, type Schema } from '~/docs/openapi';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const document = JSON.parse(readFileSync(file('../../../../docs/openapi.json'), 'utf8')) as Document;
const program = ts.createProgram([file('./schema.ts')], {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
});
const types = program.getTypeChecker();

type Fields = [name: string, type: ts.Type][];

const fieldsOf = (type: ts.Type): Fields =>
  types.getPropertiesOfType(type).map((field) => [field.name, types.getTypeOfSymbol(field)]);

const within = (type: ts.Type, ...path: string[]) =>
  path.reduce<ts.Type | undefined>((outer, name) => {
    const field = outer && types.getPropertyOfType(types.getNonNullableType(outer), name);
    return field && types.getTypeOfSymbol(field);
  }, type);

function paths(): Fields {
  const source = program.getSourceFile(file('./schema.ts'));
  const module = source && types.getSymbolAtLocation(source);
  const found = module && types.getExportsOfModule(module).find(({ name }) => name === 'paths');
  return found ? fieldsOf(types.getDeclaredTypeOfSymbol(found)) : [];
}

/** The fields that only the client knows; a field that holds others is looked into. */
function unknown(type: ts.Type, schema: Schema, where: string): string[] {
  const known = resolved(schema, document);
  const plain = types.getNonNullableType(type);
  if (plain.isUnion()) return plain.types.flatMap((one) => unknown(one, known, where));
  if (types.isArrayType(plain)) {
    const [item] = types.getTypeArguments(plain as ts.TypeReference);
    return item && known.items ? unknown(item, known.items, `${where}[]`) : [];
  }
  if (!known.properties) return [];
  return fieldsOf(plain).flatMap(([name, field]) => {
    const there = known.properties?.[name];
    return there ? unknown(field, there, `${where}.${name}`) : [`${where}.${name}`];
  });
}

function unknownOf(path: string, method: string, call: ts.Type): string[] {
  const where = `${method.toUpperCase()} ${path}`;
  const operation = document.paths[path]?.[method];
  if (!operation) return [where];
  const query = within(call, 'parameters', 'query');
  const asked = new Set(operation.parameters?.map(({ name }) => name));
  const bodies = [
    [within(call, 'requestBody', 'content', 'application/json'), operation.requestBody],
    [within(call, 'responses', '200', 'content', 'application/json'), operation.responses?.['200']],
  ] as const;
  return [
    ...(query ? fieldsOf(types.getNonNullableType(query)) : [])
      .filter(([name]) => !asked.has(name))
      .map(([name]) => `${where}?${name}`),
    ...bodies.flatMap(([type, told]) => {
      const schema = told?.content?.['application/json']?.schema;
      return type ? (schema ? unknown(type, schema, where) : [`${where} has no body`]) : [];
    }),
  ];
}

it('knows no path and no field that the server does not tell of', () => {
  const calls = paths().flatMap(([path, methods]) =>
    fieldsOf(methods).map(([method, call]) => ({ path, method, call })),
  );
  expect(calls.length).toBeGreaterThan(50);
  expect(calls.flatMap(({ path, method, call }) => unknownOf(path, method, call))).toEqual([]);
});
