import type { ReactNode } from 'react';
import { may, type Permission, useMe } from '~/identity/me';
import { texts } from '~/shared/texts/en';
import { Empty } from '~/shared/ui/empty';

/** Shows a page only to those who may see it; the server refuses the others in any case. */
export function OnlyFor({ permission, children }: { permission: Permission; children: ReactNode }) {
  const me = useMe();
  return may(me, permission) ? children : <Empty title={texts.administration.forbidden} />;
}
