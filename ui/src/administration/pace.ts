/** Events a second and the milliseconds that are left, as soon as there is something to say. */
export function pace(events: number, expected: number, millis: number) {
  if (events === 0 || millis <= 0) return null;
  const perSecond = (events / millis) * 1000;
  return { perSecond, left: Math.max(0, expected - events) / (events / millis) };
}
