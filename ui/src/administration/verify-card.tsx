import { Alert, Button, FileButton, Group, Progress, Text } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { LogVerdict } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { count, duration } from '~/shared/texts/format';
import card from '~/shared/ui/card.module.css';
import { Fault } from '~/shared/ui/fault';
import { pace } from './pace';
import classes from './proof.module.css';
import { type Walk, walk } from './verification';

const t = texts.administration.proof;

/** Findings about a checkpoint, one that was given or the log has, before anybody looked at the log. */
const ofCheckpoints = ['OTHER_LOG', 'CHECKPOINT_NOT_SIGNED'];

/** Walks along the log on demand, and says what was found. */
export function VerifyCard() {
  const [state, tell] = useState<Walk>({ state: 'idle' });
  const [files, choose] = useState<File[]>([]);
  const [given, give] = useState(0);
  const stop = useRef<AbortController>(null);
  const forget = useRef<() => void>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const verify = async () => {
    stop.current = new AbortController();
    give(files.length);
    const kept = await Promise.all(files.map((file) => file.text()));
    await walk(kept, stop.current.signal, tell);
  };

  return (
    <section className={`${card.card} ${card.padded} ${classes.verify}`} aria-labelledby="verify">
      <h2 id="verify" className={card.title}>
        {t.verify}
      </h2>
      <Text size="sm" c="dimmed">
        {t.verifyLead}
      </Text>
      <div className={classes.kept}>
        <Text size="sm" fw={550}>
          {t.kept}
        </Text>
        <Text size="sm" c="dimmed">
          {t.keptHint}
        </Text>
        <Group gap="sm" mt={8}>
          <FileButton onChange={choose} resetRef={forget} accept="text/plain,.txt" multiple>
            {(props) => (
              <Button {...props} size="xs" fz="sm" variant="default">
                {t.choose}
              </Button>
            )}
          </FileButton>
          {files.length > 0 && (
            <>
              <Text size="sm">{t.chosen(files.length)}</Text>
              <Button
                size="xs"
                fz="sm"
                variant="subtle"
                onClick={() => {
                  choose([]);
                  forget.current?.();
                }}
              >
                {t.chooseNone}
              </Button>
            </>
          )}
        </Group>
      </div>
      <Group>
        <Button loading={state.state === 'walking'} onClick={() => void verify()}>
          {t.verify}
        </Button>
        {state.state === 'walking' && (
          <Button variant="default" onClick={() => stop.current?.abort()}>
            {t.stop}
          </Button>
        )}
      </Group>
      <div role="status">
        {state.state === 'walking' && <Walking {...state} />}
        {state.state === 'through' && <Verdict verdict={state.verdict} given={given} />}
      </div>
      {state.state === 'lost' && <Alert color="margin">{t.lost}</Alert>}
      {state.state === 'refused' && <Fault cause={state.problem} />}
    </section>
  );
}

function Walking({ events, expected, since }: { events: number; expected: number; since: number }) {
  const going = pace(events, expected, Date.now() - since);
  return (
    <>
      <Progress.Root size="sm">
        <Progress.Section
          color="var(--accent)"
          value={expected > 0 ? Math.min(100, (events / expected) * 100) : 0}
          aria-label={t.verify}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" mt={6}>
        {[
          t.progress(count(events), count(expected)),
          going && t.perSecond(count(going.perSecond)),
          going && t.left(duration(going.left)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}

function Verdict({ verdict, given }: { verdict: LogVerdict; given: number }) {
  const { finding, firstAlteredPosition, detail, events, position, retired, checkpoints, root } = verdict;
  const whole = finding === null;
  const unjudged = finding !== null && ofCheckpoints.includes(finding);
  const broken = unjudged ? t.unjudged : t.broken(count(firstAlteredPosition ?? 0));
  return (
    <Alert
      color={whole ? 'pine' : 'margin'}
      variant="light"
      radius="md"
      icon={whole ? <ShieldCheck size={20} /> : <ShieldAlert size={20} />}
      title={whole ? t.whole : broken}
    >
      {whole ? (
        <Text size="sm">
          {t.wholeDetail(count(events), count(position), count(checkpoints))}
          {retired > 0 && ` ${t.retiredDetail(count(retired))}`}
          {verdict.retiredUnsigned > 0 && ` ${t.retiredUnsigned(count(verdict.retiredUnsigned))}`}
        </Text>
      ) : (
        <>
          <Text size="sm" fw={550}>
            {t.findings[finding] ?? finding}
          </Text>
          <Text size="sm">{detail}</Text>
          <Text size="sm">{unjudged ? t.unjudgedDetail(given) : t.before(count(events))}</Text>
        </>
      )}
      {!unjudged && (
        <Text size="xs" mt={6} className={`mono ${classes.root}`}>
          {t.took(duration(verdict.durationMillis))} · {t.root} {root}
        </Text>
      )}
    </Alert>
  );
}
