import '@mantine/notifications/styles.css';
import { Burger, CloseButton, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { VerifyPrompt } from '~/identity/verify-prompt';
import { onSignedOut } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { Logo } from '~/shared/ui/logo';
import { useLeave } from './leave';
import { LiveProvider } from './live';
import { Navigation } from './navigation';
import classes from './shell.module.css';
import { useShortcuts } from './use-shortcuts';

const Palette = lazy(() => import('./palette'));
const ShortcutSheet = lazy(() => import('./shortcut-sheet'));

/** The frame of every page behind the door. */
export function Shell() {
  const leave = useLeave();
  const wide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false });
  const [menuOpen, menu] = useDisclosure(false);
  const [sheetOpen, sheet] = useDisclosure(false);
  // Counts the wishes for the palette: it is loaded with the first.
  const [paletteWish, setPaletteWish] = useState(0);
  const openPalette = () => setPaletteWish((n) => n + 1);
  useShortcuts({ openPalette, openSheet: sheet.open });
  useEffect(() => onSignedOut(() => void leave('expired')), [leave]);

  const navigation = (
    <Navigation
      onFollow={menu.close}
      openPalette={() => {
        menu.close();
        openPalette();
      }}
    />
  );
  return (
    <LiveProvider>
      <a href="#main" className="skip-link">
        {texts.app.skip}
      </a>
      <div className={classes.frame}>
        {wide ? (
          <section className={classes.side} aria-label={texts.app.sidebar}>
            <Link to="/dashboard" className={classes.home}>
              <Logo />
            </Link>
            {navigation}
          </section>
        ) : (
          <section className={classes.top} aria-label={texts.app.sidebar}>
            <Burger opened={menuOpen} onClick={menu.toggle} size="sm" aria-label={texts.app.openMenu} />
            <Link to="/dashboard" className={classes.home}>
              <Logo size={23} />
            </Link>
          </section>
        )}
        <main id="main" tabIndex={-1} className={classes.main}>
          <VerifyPrompt />
          <Outlet />
        </main>
      </div>
      {!wide && (
        <Drawer.Root opened={menuOpen} onClose={menu.close} size={288}>
          <Drawer.Overlay />
          <Drawer.Content aria-label={texts.app.navigation} classNames={{ content: classes.drawer }}>
            <Drawer.Body className={classes.drawerBody}>
              <div className={classes.drawerTop}>
                <Logo />
                <CloseButton aria-label={texts.app.closeMenu} onClick={menu.close} />
              </div>
              {navigation}
            </Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      )}
      <Notifications position="bottom-right" limit={4} />
      <Suspense fallback={null}>
        {paletteWish > 0 && <Palette wish={paletteWish} />}
        {sheetOpen && <ShortcutSheet close={sheet.close} />}
      </Suspense>
    </LiveProvider>
  );
}
