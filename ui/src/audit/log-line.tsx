import type { LogEntry } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import { Ago } from '~/shared/ui/ago';
import classes from './log-line.module.css';

type Props = { entry: LogEntry; open?: () => void; opened?: boolean };

/** One entry as it stands in the book: its position in the margin, the sentence, and when. */
export function LogLine({ entry, open, opened = false }: Props) {
  return (
    <li className={classes.line} data-opened={opened || undefined}>
      <span className={classes.position}>{count(entry.position)}</span>
      <span className={classes.sentence}>
        {open ? (
          <button
            type="button"
            onClick={open}
            aria-label={`${entry.sentence} ${texts.audit.open(entry.position)}`}
          >
            {entry.sentence}
          </button>
        ) : (
          entry.sentence
        )}
      </span>
      <span className={classes.time}>
        <Ago time={entry.at} />
      </span>
    </li>
  );
}
