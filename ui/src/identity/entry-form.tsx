import type { FormEvent, ReactNode } from 'react';
import classes from './entry-layout.module.css';

type Props = { title: string; lead: string; submit?: () => void; below?: ReactNode; children?: ReactNode };

/** A heading, a form, and what comes below it. */
export function EntryForm({ title, lead, submit, below, children }: Props) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit?.();
  };
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.lead}>{lead}</p>
      {submit ? (
        <form onSubmit={onSubmit} noValidate style={{ display: 'grid', gap: 18 }}>
          {children}
        </form>
      ) : (
        children
      )}
      {below && <p className={classes.below}>{below}</p>}
    </>
  );
}
