import { describe, expect, it } from 'vitest';
import { choosing, chosen, offered } from './kinds';

const KINDS = [
  { name: 'identity.SessionStarted', context: 'identity' },
  { name: 'projects.ProjectCreated', context: 'projects' },
];

describe('the kinds of event to choose from', () => {
  it('are whole contexts and their events, and whatever the URL has already', () => {
    const values = offered(KINDS, { type: 'old.Event' }).flatMap(({ items }) =>
      items.map((item) => (typeof item === 'string' ? item : item.value)),
    );
    expect(values).toEqual([
      'all:identity',
      'identity.SessionStarted',
      'all:projects',
      'projects.ProjectCreated',
      'old.Event',
    ]);
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
