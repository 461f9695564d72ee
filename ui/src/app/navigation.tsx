import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMe } from '~/identity/me';
import { texts } from '~/shared/texts/en';
import { COMMAND } from '~/shared/ui/keys';
import { useLive } from './live';
import classes from './navigation.module.css';
import { GROUPS, pagesFor } from './pages';
import { UserMenu } from './user-menu';

type Props = { openPalette: () => void; onFollow: () => void };

export function Navigation({ openPalette, onFollow }: Props) {
  const pages = pagesFor(useMe());
  return (
    <>
      <button type="button" className={classes.search} onClick={openPalette}>
        <Search size={15} aria-hidden="true" />
        <span>{texts.app.searchShort}</span>
        <kbd>{COMMAND} K</kbd>
      </button>
      <nav aria-label={texts.app.navigation} className={classes.nav}>
        {GROUPS.map((group) => {
          const own = pages.filter((page) => page.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group} aria-labelledby={`nav-${group}`}>
              <h2 id={`nav-${group}`} className={classes.group}>
                {texts.app[group]}
              </h2>
              <ul>
                {own.map(({ to, label, icon: Icon, ...page }) => (
                  <li key={to}>
                    <Link
                      to={to}
                      className={classes.link}
                      activeOptions={{ exact: 'exact' in page, includeSearch: false }}
                      activeProps={{ 'aria-current': 'page' }}
                      onClick={onFollow}
                    >
                      <Icon size={17} strokeWidth={1.8} aria-hidden="true" />
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </nav>
      <div className={classes.foot}>
        <LiveSign />
        <UserMenu />
      </div>
    </>
  );
}

function LiveSign() {
  const { open } = useLive();
  const t = texts.app;
  return (
    <p
      className={classes.live}
      role="status"
      data-open={open || undefined}
      title={open ? t.liveHint : t.reconnectingHint}
    >
      <span aria-hidden="true" />
      {open ? t.live : t.reconnecting}
    </p>
  );
}
