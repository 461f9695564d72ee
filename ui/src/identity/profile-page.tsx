import { Badge } from '@mantine/core';
import { texts } from '~/shared/texts/en';
import { date } from '~/shared/texts/format';
import { ButtonLink } from '~/shared/ui/button-link';
import card from '~/shared/ui/card.module.css';
import { PageHead } from '~/shared/ui/page-head';
import { ThemeSwitch } from '~/shared/ui/theme-switch';
import { EraseAccount } from './erase-account';
import { useMe } from './me';
import classes from './profile-page.module.css';

const t = texts.identity.profile;

export function ProfilePage() {
  const me = useMe();
  const none = texts.common.none;
  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <ButtonLink
          to="/dashboard/history/$kind/$id"
          params={{ kind: 'users', id: me.id }}
          variant="default"
          size="xs"
          fz="sm"
        >
          {texts.past.look}
        </ButtonLink>
      </PageHead>
      <dl className={`${card.card} ${classes.facts}`}>
        <dt>{texts.identity.fullName}</dt>
        <dd>{me.fullName ?? none}</dd>
        <dt>{texts.identity.username}</dt>
        <dd>{me.username ?? none}</dd>
        <dt>{texts.identity.email}</dt>
        <dd>
          {me.email}{' '}
          <Badge variant="light" color={me.emailVerified ? 'pine' : 'margin'} size="sm" tt="none">
            {me.emailVerified ? t.verified : t.unverified}
          </Badge>
        </dd>
        <dt>{t.role}</dt>
        <dd>{texts.identity.roles[me.role]}</dd>
        <dt>{t.since}</dt>
        <dd>{date(me.createdAt)}</dd>
        <dt>{t.permissions}</dt>
        <dd className={classes.permissions}>
          {me.permissions.map((permission) => (
            <code key={permission}>{permission}</code>
          ))}
        </dd>
        <dt>{t.appearance}</dt>
        <dd>
          <ThemeSwitch />
          <p className={classes.note}>{t.appearanceDetail}</p>
        </dd>
      </dl>
      <EraseAccount />
    </>
  );
}
