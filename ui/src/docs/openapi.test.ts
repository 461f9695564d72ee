import { expect, it } from 'vitest';
import { commandOf, type Document, hasWords, operationsOf, sampleOf } from './openapi';

const document: Document = {
  info: { title: 'Daybook', version: '1' },
  paths: {
    '/.well-known/keys': { get: {} },
    '/api/projects': {
      get: { 'x-permission': 'projects:read', summary: 'Own projects' },
      post: {
        'x-permission': 'projects:write',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/New' } } } },
      },
    },
  },
  components: {
    schemas: {
      New: {
        type: 'object',
        properties: { name: { type: 'string' }, parent: { $ref: '#/components/schemas/New' } },
      },
    },
  },
};

it('lists operations by the first word of their paths', () => {
  const areas = operationsOf(document);
  expect([...areas.keys()]).toEqual(['projects', 'other']);
  expect(areas.get('projects')?.map(({ id }) => id)).toEqual(['GET-/api/projects', 'POST-/api/projects']);
});

it('finds an operation by words of its path, its method, its summary and its permission', () => {
  const [list] = operationsOf(document).get('projects') ?? [];
  expect(list && hasWords(list, 'own GET')).toBe(true);
  expect(list && hasWords(list, 'own post')).toBe(false);
});

it('makes a command with a body that ends although its type names itself', () => {
  const create = operationsOf(document).get('projects')?.[1];
  expect(create && commandOf(create, document, 'http://here')).toBe(
    [
      'curl -X POST "http://here/api/projects"',
      '-H "Authorization: Bearer $TOKEN"',
      "-H 'Content-Type: application/json'",
      `-d '${JSON.stringify(sampleOf({ $ref: '#/components/schemas/New' }, document))}'`,
    ].join(' \\\n  '),
  );
});
