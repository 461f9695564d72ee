import type { ExportedPart } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute } from '~/shared/texts/format';
import { contextName, kindName } from './kinds';

const t = texts.audit;
const NAMES = {
  q: t.words,
  actor: t.actor,
  subject: t.subject,
  type: t.type,
  context: t.context,
  from: t.from,
  to: t.to,
  aggregate: t.aggregate,
  session: t.session,
  address: t.address,
  correlation: t.correlation,
  after: t.after,
};
const PART = new RegExp(`&(?=(?:${Object.keys(NAMES).join('|')})=)`);

/** The filter of an export, part by part, in words. */
export function exportedWords({
  filter,
  actorName,
  subjectName,
}: ExportedPart): [name: string, value: string][] {
  return filter
    .split(PART)
    .filter(Boolean)
    .map((part) => {
      const [, key = '', value = ''] = /^(\w+)=(.*)$/s.exec(part) ?? [];
      const said = (
        {
          actor: () => actorName ?? value,
          subject: () => subjectName ?? value,
          type: () => kindName(value),
          context: () => t.wholeContext(contextName(value)),
          from: () => absolute(value),
          to: () => absolute(value),
        } as Record<string, () => string>
      )[key];
      return [NAMES[key as keyof typeof NAMES] ?? key, said?.() ?? value];
    });
}
