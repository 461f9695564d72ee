import { Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronsUpDown, LogOut, MonitorSmartphone, UserRound } from 'lucide-react';
import { nameOf, useMe } from '~/identity/me';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { ThemeSwitch } from '~/shared/ui/theme-switch';
import { useLeave } from './leave';
import classes from './navigation.module.css';

const initials = (name: string) =>
  name
    .split(/[\s@._-]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

export function UserMenu() {
  const me = useMe();
  const leave = useLeave();
  const signOut = useMutation({
    mutationFn: () => api.POST('/api/auth/logout'),
    onSettled: () => leave('logged-out'),
  });
  const name = nameOf(me);
  return (
    <Menu position="top-start" width={220} shadow="md">
      <Menu.Target>
        <button type="button" className={classes.user}>
          <span className={classes.initials} aria-hidden="true">
            {initials(name)}
          </span>
          <span className={classes.who}>
            <span>{name}</span>
            {name !== me.email && <small>{me.email}</small>}
          </span>
          <ChevronsUpDown size={15} aria-hidden="true" style={{ marginLeft: 'auto', flex: 'none' }} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/settings/profile" leftSection={<UserRound size={15} />}>
          {texts.app.pages.profile}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/sessions" leftSection={<MonitorSmartphone size={15} />}>
          {texts.app.pages.sessions}
        </Menu.Item>
        <Menu.Divider />
        <div style={{ padding: 6 }}>
          <ThemeSwitch fullWidth />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={15} />} onClick={() => signOut.mutate()}>
          {texts.app.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
