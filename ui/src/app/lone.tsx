import type { ReactNode } from 'react';
import classes from './lone.module.css';

type Props = { title: string; detail: string; children?: ReactNode };

/** A page with one thing to say. */
export function Lone({ title, detail, children }: Props) {
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.detail}>{detail}</p>
      {children}
    </main>
  );
}
