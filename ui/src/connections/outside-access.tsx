import { texts } from '~/shared/texts/en';
import { Copy } from '~/shared/ui/copy';
import classes from './connections.module.css';

const t = texts.connections;

/** How an editor or an agent reaches the same connections. */
export function OutsideAccess() {
  const address = `${location.origin}/mcp`;
  return (
    <section className={classes.outside}>
      <h2>{t.outside}</h2>
      <p>{t.outsideDetail}</p>
      <span className={`${classes.address} mono`}>
        {address} <Copy value={address} label={t.copyAddress} />
      </span>
    </section>
  );
}
