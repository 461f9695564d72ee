import { Link, Outlet } from '@tanstack/react-router';
import { texts } from '~/shared/texts/en';
import { Logo } from '~/shared/ui/logo';
import { ThemeSwitch } from '~/shared/ui/theme-switch';
import classes from './entry-layout.module.css';

/** The frame around signing in and up: the form, and a page of the log beside it. */
export function EntryLayout() {
  return (
    <div className={classes.page}>
      <div className={classes.left}>
        <header className={classes.header}>
          <Link to="/" className={classes.home}>
            <Logo />
          </Link>
        </header>
        <main className={classes.main}>
          <Outlet />
        </main>
        <footer className={classes.footer}>
          <ThemeSwitch />
        </footer>
      </div>
      <aside className={classes.aside} aria-label={texts.app.name}>
        <p className={classes.quote}>{texts.identity.aside}</p>
      </aside>
    </div>
  );
}
