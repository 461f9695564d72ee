import { texts } from '~/shared/texts/en';

/** The name of a processing group for people: of a projection with its generation. */
export function groupName(group: string): string {
  const [name, generation] = group.split('@');
  return generation ? `${name}, ${texts.administration.deadLetters.generation(generation)}` : group;
}
