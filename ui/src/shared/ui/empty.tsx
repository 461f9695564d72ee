import type { ReactNode } from 'react';
import classes from './empty.module.css';

type Props = { title: string; detail?: string; children?: ReactNode };

/** A blank page of the book: what will stand here, and one thing to do. */
export function Empty({ title, detail, children }: Props) {
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      {detail && <p className={classes.detail}>{detail}</p>}
      {children && <div className={classes.action}>{children}</div>}
    </div>
  );
}
