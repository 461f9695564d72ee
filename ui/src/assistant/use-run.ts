import { useCallback, useSyncExternalStore } from 'react';
import { type Asked, read, subscribe } from './runs';

/** A run as it grows. A higher `time` looks it up anew. */
export function useRun(id: string, time: number): Asked | null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another time means another subscription
  const follow = useCallback((listener: () => void) => subscribe(id, listener), [id, time]);
  return useSyncExternalStore(follow, () => read(id));
}
