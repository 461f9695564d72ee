import { EventSourceParserStream } from 'eventsource-parser/stream';
import { call } from '~/shared/api/client';

export type ServerEvent = { event?: string; data: string; id?: string };

/** Reads an answer's body as server-sent events until it ends, or until it has been silent for too long. */
export async function readEvents(
  response: Response,
  onEvent: (event: ServerEvent) => void,
  silence = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (!response.body) return;
  const watch = watchdog(silence, () => void events.cancel());
  const events = response.body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new EventSourceParserStream({ onComment: watch.alive }))
    .getReader();
  try {
    for (;;) {
      watch.alive();
      const { done, value } = await events.read();
      if (done) return;
      onEvent(value);
    }
  } finally {
    watch.stop();
  }
}

/** Barks when nothing was heard for too long: a line can be dead without being closed. */
function watchdog(silence: number, bark: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const alive = () => {
    stop();
    if (Number.isFinite(silence)) timer = setTimeout(bark, silence);
  };
  return { alive, stop };
}

/** Opens a stream with a plain request, so that cookies, headers and refusals work as everywhere else. */
export const openEvents = (path: string, signal: AbortSignal) =>
  call(new Request(new URL(path, location.origin), { headers: { Accept: 'text/event-stream' }, signal }));
