/** Where to go after signing in: only ever a page of this site. */
export function localPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/')) return '/dashboard';
  try {
    const url = new URL(wanted, location.origin);
    if (url.origin !== location.origin || url.pathname.startsWith('/sign-')) return '/dashboard';
    return url.pathname + url.search + url.hash;
  } catch {
    return '/dashboard';
  }
}
