import { Badge, Button } from '@mantine/core';
import { Monitor, Smartphone } from 'lucide-react';
import type { Session } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Ago } from '~/shared/ui/ago';
import { PastLink } from '~/shared/ui/past-link';
import { deviceOf } from './device-of';
import classes from './session-line.module.css';

const t = texts.identity.sessions;

type Props = { session: Session; busy: boolean; revoke: () => void };

/** One device: what it is, where it was seen, and the way to sign it out. */
export function SessionLine({ session, busy, revoke }: Props) {
  const name = deviceOf(session);
  const Icon = /phone|android|ios|mobile/i.test(`${session.os} ${session.device}`) ? Smartphone : Monitor;
  return (
    <li className={classes.line} data-ended={session.endedAt ? true : undefined}>
      <Icon size={22} strokeWidth={1.6} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.name}>
          {name}
          {session.current && (
            <Badge variant="light" size="sm" tt="none">
              {t.thisOne}
            </Badge>
          )}
        </p>
        <p className={classes.detail}>
          {session.address && <span className="mono">{session.address}</span>}
          <span>
            {t.signedIn} <Ago time={session.createdAt} />
          </span>
          {session.endedAt ? (
            <span>
              {t.ended} <Ago time={session.endedAt} />
            </span>
          ) : (
            <span>
              {t.lastSeen} <Ago time={session.lastSeenAt} />
            </span>
          )}
        </p>
      </div>
      <div className={classes.actions}>
        <PastLink kind="sessions" id={session.id} name={name} />
        {!session.current && !session.endedAt && (
          <Button
            size="xs"
            fz="sm"
            variant="default"
            loading={busy}
            onClick={revoke}
            aria-label={t.revokeNamed(name)}
          >
            {t.revoke}
          </Button>
        )}
      </div>
    </li>
  );
}
