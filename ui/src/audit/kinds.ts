import type { EventKind } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { chosenContexts, chosenTypes, type LogSearch } from './log-search';

const WHOLE = 'all:';

/** What can be chosen: whole contexts, and their kinds of event; what the URL has and nobody knows is offered too. */
export function offered(kinds: Pick<EventKind, 'name' | 'context'>[], search: LogSearch) {
  const contexts = [...new Set([...kinds.map(({ context }) => context), ...chosenContexts(search)])];
  const known = new Set(kinds.map(({ name }) => name));
  const strange = chosenTypes(search).filter((type) => !known.has(type));
  return [
    ...contexts.map((context) => ({
      group: context,
      items: [
        { value: WHOLE + context, label: texts.audit.wholeContext(context) },
        ...kinds.filter((kind) => kind.context === context).map(({ name }) => ({ value: name, label: name })),
      ],
    })),
    ...(strange.length > 0 ? [{ group: texts.audit.type, items: strange }] : []),
  ];
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
