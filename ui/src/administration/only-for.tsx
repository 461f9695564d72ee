import type { ReactNode } from 'react';
import { may, type Permission, useMe } from '~/identity/me';
import { texts } from '~/shared/texts/en';
import { PageHead } from '~/shared/ui/page-head';

const t = texts.administration;

/** Shows a page only to those who may see it; the server refuses the others in any case. */
export function OnlyFor({ permission, children }: { permission: Permission; children: ReactNode }) {
  const me = useMe();
  return may(me, permission) ? children : <PageHead title={t.forbidden} lead={t.forbiddenDetail} />;
}
