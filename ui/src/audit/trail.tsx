import type { LogEntry, LogTrail } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count } from '~/shared/texts/format';
import classes from './entry-drawer.module.css';

const t = texts.audit.trail;

type Props = { trail: LogTrail; go: (position: number) => void };

/** The chain from the request that began it, through this entry, to what came of it. */
export function Trail({ trail: { entry, causes, effects, moreEffects, together, moreTogether }, go }: Props) {
  return (
    <>
      <Part title={t.causes} entries={causes.toReversed()} go={go}>
        {how(entry)}
      </Part>
      <Part title={t.effects} entries={effects} go={go}>
        {effects.length === 0 ? t.noEffects : moreEffects ? t.andMore : undefined}
      </Part>
      {together.length > 0 && (
        <Part title={t.together} entries={together} go={go}>
          {moreTogether ? t.andMore : undefined}
        </Part>
      )}
    </>
  );
}

function how({ causationId, command, actorKind, sessionId }: LogEntry): string | undefined {
  if (causationId) return t.byCause;
  if (actorKind === 'system' && !sessionId) return t.bySystem;
  return command ? t.byRequest : undefined;
}

type PartProps = {
  title: string;
  entries: LogEntry[];
  go: (position: number) => void;
  children?: string | undefined;
};

function Part({ title, entries, go, children }: PartProps) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3>{title}</h3>
      {entries.length > 0 && (
        <ol>
          {entries.map((entry) => (
            <li key={entry.position}>
              <span className={classes.position}>{count(entry.position)}</span>
              <button
                type="button"
                onClick={() => go(entry.position)}
                aria-label={`${entry.sentence} ${texts.audit.open(entry.position)}`}
              >
                {entry.sentence}
              </button>
            </li>
          ))}
        </ol>
      )}
      {children && <p>{children}</p>}
    </section>
  );
}
