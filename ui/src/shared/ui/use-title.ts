import { useEffect } from 'react';
import { texts } from '~/shared/texts/en';

/** Names the page in the browser's tab. */
export function useTitle(title: string | null) {
  useEffect(() => {
    document.title = title ? `${title} · ${texts.app.name}` : texts.app.name;
  }, [title]);
}
