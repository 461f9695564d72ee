import { Link } from '@tanstack/react-router';
import { texts } from '~/shared/texts/en';
import { Lone } from './lone';

export function NotFound() {
  return (
    <Lone title={texts.app.notFound} detail={texts.app.notFoundDetail}>
      <Link to="/">{texts.app.toStart}</Link>
    </Lone>
  );
}
