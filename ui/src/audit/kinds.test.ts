import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { choosing, chosen, found, kindName, offered } from './kinds';

const KINDS = [
  { name: 'identity.SessionStarted', context: 'identity' },
  { name: 'projects.ProjectCreated', context: 'projects' },
];

const values = (groups: { items: { value: string }[] }[]) =>
  groups.flatMap(({ items }) => items.map(({ value }) => value));

describe('the kinds of event to choose from', () => {
  it('are whole contexts and their events, and whatever the URL has already', () => {
    expect(values(offered(KINDS, { type: 'old.Event' }))).toEqual([
      'all:identity',
      'identity.SessionStarted',
      'all:projects',
      'projects.ProjectCreated',
      'old.Event',
    ]);
  });

  it('are found by the words of people and by their technical names', () => {
    const all = offered(KINDS, {});
    expect(values(found(all, 'signed IN'))).toEqual(['identity.SessionStarted']);
    expect(values(found(all, 'projects.pro'))).toEqual(['projects.ProjectCreated']);
    expect(values(found(all, 'accounts'))).toEqual(['all:identity']);
    expect(found(all, 'nothing like this')).toEqual([]);
  });

  it('all have words for people', () => {
    const catalogue = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8');
    const names = [...catalogue.matchAll(/^\| `([\w.]+)`/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => kindName(name) === name)).toEqual([]);
  });

  it('stand in the URL as contexts and types', () => {
    const search = choosing({ q: 'x', entry: '7' }, ['all:identity', 'projects.ProjectCreated', 'a.B']);
    expect(search).toEqual({
      q: 'x',
      entry: undefined,
      context: 'identity',
      type: 'projects.ProjectCreated,a.B',
    });
    expect(chosen(search)).toEqual(['all:identity', 'projects.ProjectCreated', 'a.B']);
    expect(choosing(search, [])).toEqual({ q: 'x' });
  });
});
