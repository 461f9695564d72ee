export type Day = { day: string; questions: number };

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The last days up to today, those without a question included. */
export function lastDays(known: Day[], length: number, today = new Date()): Day[] {
  const asked = new Map(known.map(({ day, questions }) => [day.slice(0, 10), questions]));
  return Array.from({ length }, (_, index) => {
    const day = iso(new Date(today.getTime() - (length - 1 - index) * 86_400_000));
    return { day, questions: asked.get(day) ?? 0 };
  });
}
