import { ActionIcon, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PastThing } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { absolute, count } from '~/shared/texts/format';
import { Ago } from '~/shared/ui/ago';
import classes from './timeline.module.css';
import { useSeries } from './use-series';

const t = texts.past;
const TICKS = 60;

type Props = { thing: PastThing; go: (position: number, takesPlace?: boolean) => void };

/** The life of a thing as a line that one can move along, and its events as sentences. */
export function Timeline({ thing, go }: Props) {
  const { items, firstIndex, total } = thing.events;
  const current = Math.max(
    0,
    items.findLastIndex((event) => event.position <= thing.moment.position),
  );
  const [index, setIndex] = useState(current);
  useEffect(() => setIndex(current), [current]);
  const drag = useSeries();
  const later = useDebouncedCallback((to: number) => {
    const event = items[to];
    if (event) go(event.position, drag.takesPlace());
  }, 120);
  const shown = items[index];
  if (!shown) return null;

  return (
    <section className={classes.timeline} aria-label={t.events}>
      <div className={classes.controls}>
        <Step name={t.first} to={thing.previous && thing.begin.position} go={go}>
          <ChevronFirst size={18} />
        </Step>
        <Step name={t.previous} to={thing.previous} go={go}>
          <ChevronLeft size={18} />
        </Step>
        <div className={classes.track}>
          <input
            type="range"
            min={0}
            max={Math.max(items.length - 1, 1)}
            value={index}
            disabled={items.length < 2}
            aria-label={t.slider}
            aria-valuetext={`${t.eventOf(firstIndex + index + 1, count(total))}, ${absolute(shown.at)}: ${shown.sentence}`}
            onPointerDown={drag.end}
            onBlur={drag.end}
            onChange={(event) => {
              const to = Number(event.currentTarget.value);
              setIndex(to);
              later(to);
            }}
          />
          {items.length <= TICKS && (
            <div className={classes.ticks} aria-hidden="true">
              {items.map((event) => (
                <i key={event.position} />
              ))}
            </div>
          )}
        </div>
        <Step name={t.next} to={thing.next} go={go}>
          <ChevronRight size={18} />
        </Step>
        <Step name={t.last} to={thing.next && thing.end.position} go={go}>
          <ChevronLast size={18} />
        </Step>
      </div>
      <p className={classes.caption}>
        {t.eventOf(firstIndex + index + 1, count(total))} · {absolute(shown.at)}
      </p>
      <Events thing={thing} index={index} go={go} />
    </section>
  );
}

type StepProps = { name: string; to: number | null; go: (position: number) => void; children: ReactNode };

function Step({ name, to, go, children }: StepProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={name}
        aria-disabled={to === null || undefined}
        data-disabled={to === null || undefined}
        onClick={() => to !== null && go(to)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function Events({ thing, index, go }: Props & { index: number }) {
  const here = useRef<HTMLLIElement>(null);
  const position = thing.events.items[index]?.position;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event comes into view
  useEffect(() => {
    const line = here.current;
    const list = line?.parentElement;
    if (line && list) list.scrollTop = line.offsetTop - list.clientHeight / 2;
  }, [position]);
  return (
    <ol className={classes.events} start={thing.events.firstIndex + 1}>
      {thing.events.items.map((event, i) => (
        <li
          key={event.position}
          ref={i === index ? here : undefined}
          data-when={i === index ? 'here' : i > index ? 'later' : undefined}
        >
          <button
            type="button"
            aria-current={i === index ? 'step' : undefined}
            onClick={() => go(event.position)}
          >
            {event.sentence}
          </button>
          <span>
            {count(event.position)} · <Ago time={event.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
