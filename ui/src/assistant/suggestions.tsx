import { useQuery } from '@tanstack/react-query';
import { schemaOf } from '~/connections/queries';
import type { Connection } from '~/shared/api/models';
import { texts } from '~/shared/texts/en';
import classes from './ask-page.module.css';
import { suggestionsFor } from './suggest';

type Props = { connection: Connection; ask: (question: string) => void };

/** Questions to begin with, made from what the connection holds. */
export function Suggestions({ connection, ask }: Props) {
  const { data } = useQuery({ ...schemaOf(connection.id), enabled: connection.kind !== 'mcp' });
  const questions = data ? suggestionsFor(data) : [];
  if (questions.length === 0) return null;
  return (
    <section className={classes.suggestions} aria-label={texts.assistant.suggestions}>
      <h2>{texts.assistant.suggestions}</h2>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" onClick={() => ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
