import { notifications } from '@mantine/notifications';
import { asProblem } from '~/shared/api/problem';
import { sentenceOf } from '~/shared/texts/problems';

/** Says in the corner that something was done. */
export const sayDone = (message: string) =>
  notifications.show({ message, color: 'pine', autoClose: 4000, withBorder: true });

/** Says in the corner that something did not work out. */
export const sayNotDone = (message: string) =>
  notifications.show({ message, color: 'margin', autoClose: 8000, withBorder: true });

/** Says in the corner why something was not done. */
export const sayFailed = (cause: unknown) => sayNotDone(sentenceOf(asProblem(cause)));
