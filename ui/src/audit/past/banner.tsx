import { Link } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import type { Moment } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute, count } from '~/shared/texts/format';
import classes from './past.module.css';

const t = texts.past;

/** Says for as long as one looks at it that this is not how things are, and leads back. */
export function Banner({ moment }: { moment: Moment }) {
  return (
    <div className={classes.banner} role="status">
      <Hourglass size={17} strokeWidth={1.8} aria-hidden="true" />
      <p>
        <strong>{t.isPast}</strong> <span>{t.pastOf(absolute(moment.at), count(moment.position))}</span>
      </p>
      <Link to="." search={(search) => ({ ...search, at: undefined, against: undefined })}>
        {t.backToNow}
      </Link>
    </div>
  );
}
