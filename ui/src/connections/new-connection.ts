import type { NewConnection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';

const t = texts.connections;

export type Draft = { name: string; uri: string; url: string; bearer: string };
export const emptyDraft: Draft = { name: '', uri: '', url: '', bearer: '' };

/** A name for a connection that was given none: its database, or else its host. */
export function nameFor(address: string): string {
  try {
    const url = new URL(address.trim());
    const database = decodeURIComponent(url.pathname.slice(1));
    return /^postgres/.test(url.protocol) && database ? database : url.hostname;
  } catch {
    return '';
  }
}

export const draftRules = {
  uri: (value: string) =>
    value.trim() === '' ? t.missing : /^postgres(ql)?:\/\//i.test(value.trim()) ? null : t.notPostgres,
  url: (value: string) =>
    value.trim() === '' ? t.missing : /^https?:\/\//i.test(value.trim()) ? null : t.notUrl,
};

export function connectionOf(kind: 'postgres' | 'mcp', { name, uri, url, bearer }: Draft): NewConnection {
  const address = (kind === 'postgres' ? uri : url).trim();
  const called = name.trim() || nameFor(address) || t.kinds[kind];
  return kind === 'postgres'
    ? { kind, name: called, uri: address }
    : { kind, name: called, url: address, ...(bearer.trim() && { bearer: bearer.trim() }) };
}
