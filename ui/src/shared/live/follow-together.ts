import type { ServerEvent } from './events';
import { type Followed, follow } from './follow';

type Message =
  | { kind: 'event'; event: ServerEvent }
  | { kind: 'state'; open: boolean }
  | { kind: 'gap' }
  | { kind: 'hello' };

/**
 * One stream for all tabs: a browser opens only six connections to a server, and a tab each would soon use them up.
 * The tab that holds the lock listens and tells the others; when it closes, the next one takes over.
 */
export function followTogether(path: string, followed: Followed): () => void {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return follow(path, followed);
  const name = `daybook${path}`;
  const channel = new BroadcastChannel(name);
  const stop = new AbortController();
  let leads = false;
  let wasTold = false;
  let open = false;

  const deliver = (message: Message) => {
    if (message.kind === 'event') followed.onEvent(message.event);
    else if (message.kind === 'gap') followed.onGap?.();
    else if (message.kind === 'state') {
      open = message.open;
      followed.onState?.(open);
    }
  };
  const tell = (message: Message) => {
    channel.postMessage(message);
    deliver(message);
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello') {
      if (leads) channel.postMessage({ kind: 'state', open } satisfies Message);
      return;
    }
    wasTold = true;
    deliver(data);
  };

  const lead = () =>
    new Promise<void>((release) => {
      leads = true;
      // Whoever takes over may have missed what came in between.
      if (wasTold) followed.onGap?.();
      const leave = follow(path, {
        silence: followed.silence,
        onEvent: (event) => tell({ kind: 'event', event }),
        onState: (now) => tell({ kind: 'state', open: now }),
        onGap: () => tell({ kind: 'gap' }),
      });
      stop.signal.addEventListener('abort', () => {
        leave();
        release();
      });
    });
  navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => undefined);
  channel.postMessage({ kind: 'hello' } satisfies Message);
  return () => {
    stop.abort();
    channel.close();
  };
}
