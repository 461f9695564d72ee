import type { Connection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Status, type Tone } from '~/shared/ui/status';

const TONES: Record<Connection['status'], Tone> = {
  connected: 'good',
  degraded: 'warn',
  disconnected: 'bad',
};

export function ConnectionState({ connection }: { connection: Pick<Connection, 'status'> }) {
  return <Status tone={TONES[connection.status]}>{texts.connections.status[connection.status]}</Status>;
}
