import { describe, expect, it } from 'vitest';
import { connectionOf, draftRules, emptyDraft, nameFor } from './new-connection';

describe('a new connection', () => {
  it('is named after its database, or after its host', () => {
    expect(nameFor('postgresql://reader:p%40ss@db.example.com:5432/sales%20eu?sslmode=require')).toBe(
      'sales eu',
    );
    expect(nameFor('postgres://db.example.com')).toBe('db.example.com');
    expect(nameFor('https://mcp.example.com/mcp')).toBe('mcp.example.com');
    expect(nameFor('not an address')).toBe('');
  });

  it('sends only what its kind needs', () => {
    const draft = { ...emptyDraft, uri: ' postgresql://h/orders ', url: 'https://h/mcp', bearer: '' };
    expect(connectionOf('postgres', draft)).toEqual({
      kind: 'postgres',
      name: 'orders',
      uri: 'postgresql://h/orders',
    });
    expect(connectionOf('mcp', { ...draft, name: 'Tools', bearer: ' x ' })).toEqual({
      kind: 'mcp',
      name: 'Tools',
      url: 'https://h/mcp',
      bearer: 'x',
    });
  });

  it('notices an address of the wrong kind before the server is asked', () => {
    expect(draftRules.uri('mysql://h/x')).not.toBeNull();
    expect(draftRules.uri('POSTGRESQL://h/x')).toBeNull();
    expect(draftRules.url('postgresql://h/x')).not.toBeNull();
  });
});
