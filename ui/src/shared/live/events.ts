import { EventSourceParserStream } from 'eventsource-parser/stream';
import { call } from '~/shared/api/client';

export type ServerEvent = { event?: string; data: string; id?: string };

/** Reads an answer's body as server-sent events until it ends. */
export async function readEvents(response: Response, onEvent: (event: ServerEvent) => void): Promise<void> {
  if (!response.body) return;
  const events = response.body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  for (;;) {
    const { done, value } = await events.read();
    if (done) return;
    onEvent(value);
  }
}

/** Opens a stream with a plain request, so that cookies, headers and refusals work as everywhere else. */
export const openEvents = (path: string, signal: AbortSignal) =>
  call(new Request(new URL(path, location.origin), { headers: { Accept: 'text/event-stream' }, signal }));
