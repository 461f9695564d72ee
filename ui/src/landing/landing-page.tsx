import { hasSignedIn } from '~/identity/signed-in-hint';
import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { Logo } from '~/shared/ui/logo';
import { useTitle } from '~/shared/ui/use-title';
import classes from './landing-page.module.css';
import { Picture } from './picture';

const t = texts.landing;

export function LandingPage() {
  useTitle(null);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Logo />
      </header>
      <main>
        <section className={classes.hero}>
          <div className={classes.words}>
            <h1 className={classes.title}>{t.title}</h1>
            <p className={classes.lead}>{t.lead}</p>
            <Calls />
          </div>
          <Picture />
        </section>
        <ul className={classes.points}>
          {t.points.map(([title, detail]) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{detail}</p>
            </li>
          ))}
        </ul>
      </main>
      <footer className={classes.footer}>{t.footer}</footer>
    </div>
  );
}

function Calls() {
  if (hasSignedIn()) {
    return (
      <div className={classes.calls}>
        <ButtonLink size="md" to="/dashboard">
          {t.open}
        </ButtonLink>
        <ButtonLink size="md" variant="default" to="/sign-up">
          {t.start}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className={classes.calls}>
      <ButtonLink size="md" to="/sign-up">
        {t.start}
      </ButtonLink>
      <ButtonLink size="md" variant="default" to="/sign-in">
        {t.signIn}
      </ButtonLink>
    </div>
  );
}
