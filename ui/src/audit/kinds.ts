import type { ComboboxItem, ComboboxItemGroup } from '@mantine/core';
import type { EventKind } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { chosenContexts, chosenTypes, type LogSearch } from './log-search';

const WHOLE = 'all:';

const words = texts.events;

/** A kind of event, and a context, as people speak of it; one that nobody gave words has its technical name. */
export const kindName = (name: string) => words.kinds[name] ?? name;
export const contextName = (context: string) => words.contexts[context] ?? context;

/** The technical name of a choice, where it has another one for people. */
export const technicalName = ({ value, label }: ComboboxItem) =>
  value.startsWith(WHOLE) || value === label ? undefined : value;

export const contextTitle = (context: string) =>
  contextName(context).replace(/^./, (letter) => letter.toUpperCase());

/** What can be chosen: whole contexts, and their kinds of event; what the URL has and nobody knows is offered too. */
export function offered(kinds: Pick<EventKind, 'name' | 'context'>[], search: LogSearch) {
  const contexts = [...new Set([...kinds.map(({ context }) => context), ...chosenContexts(search)])];
  const known = new Set(kinds.map(({ name }) => name));
  const strange = chosenTypes(search).filter((type) => !known.has(type));
  return [
    ...contexts.map((context) => ({
      group: contextTitle(context),
      items: [
        { value: WHOLE + context, label: texts.audit.wholeContext(contextName(context)) },
        ...kinds
          .filter((kind) => kind.context === context)
          .map(({ name }) => ({ value: name, label: kindName(name) })),
      ],
    })),
    ...(strange.length > 0
      ? [{ group: texts.audit.type, items: strange.map((name) => ({ value: name, label: name })) }]
      : []),
  ];
}

/** The choices with all of the words that were typed, in the words of people or in the technical name. */
export function found(groups: ComboboxItemGroup<ComboboxItem>[], typed: string) {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const has = ({ label, value }: ComboboxItem) => {
    const text = `${label} ${value}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  return groups
    .map(({ group, items }) => ({ group, items: items.filter(has) }))
    .filter(({ items }) => items.length > 0);
}

export const chosen = (search: LogSearch) => [
  ...chosenContexts(search).map((context) => WHOLE + context),
  ...chosenTypes(search),
];

/** The search with these kinds instead of those before. */
export function choosing(search: LogSearch, values: string[]): LogSearch {
  const whole = values.filter((value) => value.startsWith(WHOLE)).map((value) => value.slice(WHOLE.length));
  const types = values.filter((value) => !value.startsWith(WHOLE));
  return {
    ...search,
    entry: undefined,
    context: whole.join(',') || undefined,
    type: types.join(',') || undefined,
  };
}
