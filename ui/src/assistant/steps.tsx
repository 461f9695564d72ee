import { Check, LoaderCircle, X } from 'lucide-react';
import { texts } from '~/shared/texts/en';
import type { Step } from './answer';
import classes from './steps.module.css';

const ICONS = { running: LoaderCircle, done: Check, failed: X };

/** The way to the answer, step by step, as it is gone. */
export function Steps({ steps, running }: { steps: Step[]; running: boolean }) {
  const t = texts.assistant;
  if (!running && steps.length === 0) return null;
  return (
    <ol className={classes.steps} aria-label={t.steps} aria-live="polite" aria-busy={running}>
      {steps.map(({ id, kind, label, state, detail }) => {
        const Icon = ICONS[state];
        return (
          <li key={id} data-state={state} data-kind={kind}>
            <Icon size={14} strokeWidth={2.4} role="img" aria-label={t.stepStates[state]} />
            <span>{kind === 'tool' ? <code className="mono">{label}</code> : label}</span>
            {detail && <small>{detail}</small>}
          </li>
        );
      })}
      {running && steps.length === 0 && (
        <li data-state="running">
          <LoaderCircle size={14} aria-hidden="true" />
          <span>{t.working}</span>
        </li>
      )}
    </ol>
  );
}
