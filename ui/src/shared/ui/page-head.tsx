import type { ReactNode } from 'react';
import classes from './page-head.module.css';
import { useTitle } from './use-title';

type Props = { title: string; lead?: string; tab?: string; children?: ReactNode };

/** A page's name, what it is for, and what can be done on it. */
export function PageHead({ title, lead, tab = title, children }: Props) {
  useTitle(tab);
  return (
    <div className={classes.head}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
