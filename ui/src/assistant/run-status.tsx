import type { Run } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import { Status, type Tone } from '~/shared/ui/status';

const TONES: Record<Run['status'], Tone> = {
  running: 'busy',
  answered: 'good',
  failed: 'bad',
  cancelled: 'quiet',
};

export function RunStatus({ run }: { run: Pick<Run, 'status'> }) {
  return <Status tone={TONES[run.status]}>{texts.assistant.status[run.status]}</Status>;
}
