import { texts } from '~/shared/texts/en';

const t = texts.administration.deadLetters;

/** The name of a processing group for people: a projection with its generation, or an automation. */
export function groupName(group: string): string {
  const [name = group, generation] = group.split('@');
  return generation ? t.readModel(name, generation) : t.automation(name);
}
