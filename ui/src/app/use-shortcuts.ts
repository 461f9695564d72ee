import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const GOES_TO = {
  d: '/dashboard',
  a: '/dashboard/ask',
  c: '/dashboard/connections',
  p: '/dashboard/projects',
  h: '/dashboard/history',
} as const;

type Key = keyof typeof GOES_TO;
const SEQUENCE_MS = 1200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

type Wishes = { openPalette: () => void; openSheet: () => void };

/** The keys that work on every page. Single letters never act while somebody is typing. */
export function useShortcuts(wishes: Wishes) {
  const navigate = useNavigate();
  const latest = useRef(wishes);
  latest.current = wishes;

  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') latest.current.openSheet();
      else if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('[data-search]');
        if (search) {
          event.preventDefault();
          search.focus();
        }
      } else if (event.key === 'g') wentAt = event.timeStamp;
      else if (event.key in GOES_TO && event.timeStamp - wentAt < SEQUENCE_MS) {
        wentAt = Number.NEGATIVE_INFINITY;
        event.preventDefault();
        void navigate({ to: GOES_TO[event.key as Key] });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);
}
