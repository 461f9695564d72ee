import { texts } from '~/shared/texts/en';
import { PageHead } from '~/shared/ui/page-head';
import { CheckpointKey } from './checkpoint-key';
import { CheckpointList } from './checkpoint-list';
import { OnlyFor } from './only-for';
import classes from './proof.module.css';
import { VerifyCard } from './verify-card';

const t = texts.administration.proof;

export function ProofPage() {
  return (
    <OnlyFor permission="audit:read">
      <PageHead title={t.title} lead={t.lead} />
      <div className={classes.page}>
        <VerifyCard />
        <CheckpointList />
        <CheckpointKey />
      </div>
    </OnlyFor>
  );
}
