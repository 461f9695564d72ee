import type { Session } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';

const t = texts.identity.sessions;

/** What the server writes of a client that it cannot tell. */
const OTHER = 'Other';
const known = (word: string | null) => (word === OTHER ? null : word);

/** What a person would call a device: its browser and its system, as far as they are known. */
export function deviceOf(session: Pick<Session, 'browser' | 'os' | 'device'>): string {
  const browser = known(session.browser);
  const os = known(session.os);
  if (browser && os) return t.on(browser, os);
  return browser ?? os ?? known(session.device) ?? t.unknown;
}
