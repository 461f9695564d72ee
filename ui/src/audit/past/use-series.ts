import { useRef } from 'react';

/**
 * Moves that belong together, as those of one drag: the first one is a step that the back button undoes, the others
 * take its place.
 */
export function useSeries() {
  const begun = useRef(false);
  return {
    takesPlace: () => {
      const was = begun.current;
      begun.current = true;
      return was;
    },
    end: () => {
      begun.current = false;
    },
  };
}
