import { texts } from '~/shared/texts/en';
import { ButtonLink } from '~/shared/ui/button-link';
import { useTitle } from '~/shared/ui/use-title';
import { EntryForm } from './entry-form';

const t = texts.identity.erasure;

/** Where somebody comes who has had their account erased. */
export function ErasedPage() {
  useTitle(t.gone);
  return (
    <EntryForm title={t.gone} lead={t.goneDetail}>
      <ButtonLink to="/" size="md">
        {t.toStart}
      </ButtonLink>
    </EntryForm>
  );
}
