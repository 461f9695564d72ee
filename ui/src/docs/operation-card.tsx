import { type ReactNode, useEffect, useRef } from 'react';
import { texts } from '~/shared/texts/en';
import { Copy } from '~/shared/ui/copy';
import { bodyOf, commandOf, type Document, type Operation, type Parameter } from './openapi';
import classes from './operation.module.css';
import { SchemaView, typeOf } from './schema-view';
import { Words } from './words';

const t = texts.docs;

type Props = { operation: Operation; document: Document; opened: boolean };

/** One operation: a line, and all of it when opened. Its address can be sent to somebody. */
export function OperationCard({ operation, document, opened }: Props) {
  const { id, method, path, summary, description } = operation;
  const permission = operation['x-permission'];
  const card = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!opened || !card.current) return;
    card.current.open = true;
    card.current.scrollIntoView({ block: 'start' });
  }, [opened]);
  return (
    <li>
      <details
        ref={card}
        id={id}
        className={classes.operation}
        onToggle={({ currentTarget }) => currentTarget.open && history.replaceState(null, '', `#${id}`)}
      >
        <summary>
          <span className={classes.method} data-method={method}>
            {method.toUpperCase()}
          </span>
          <code className={classes.path}>{path}</code>
          <span className={classes.what}>{summary && <Words text={summary} />}</span>
        </summary>
        <div className={classes.inside}>
          {description && (
            <p>
              <Words text={description} />
            </p>
          )}
          <p className={classes.permission}>{permission ? t.needs(permission) : t.open}</p>
          <Parameters parameters={operation.parameters ?? []} document={document} />
          <Body operation={operation} document={document} />
          <Answers operation={operation} document={document} />
          <Part title={t.sample}>
            <div className={classes.sample}>
              <pre>{commandOf(operation, document, location.origin)}</pre>
              <Copy value={commandOf(operation, document, location.origin)} label={t.copySample} />
            </div>
          </Part>
        </div>
      </details>
    </li>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Parameters({ parameters, document }: { parameters: Parameter[]; document: Document }) {
  if (parameters.length === 0) return null;
  return (
    <Part title={t.parameters}>
      <ul className={classes.fields}>
        {parameters.map((parameter) => (
          <li key={`${parameter.in} ${parameter.name}`}>
            <p>
              <code>{parameter.name}</code> <span>{typeOf(parameter.schema ?? {}, document)}</span>
              <small>{t.in[parameter.in] ?? parameter.in}</small>
              {parameter.required && <em>{t.required}</em>}
            </p>
            {parameter.description && (
              <p className={classes.about}>
                <Words text={parameter.description} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

type ShownProps = { operation: Operation; document: Document };

function Body({ operation: { requestBody }, document }: ShownProps) {
  const body = bodyOf(requestBody?.content);
  if (!body) return null;
  return (
    <Part title={t.body}>
      <p className={classes.about}>
        {typeOf(body.schema, document)}, {body.type}
      </p>
      <SchemaView schema={body.schema} document={document} />
    </Part>
  );
}

function Answers({ operation: { responses }, document }: ShownProps) {
  return (
    <Part title={t.answers}>
      {Object.entries(responses ?? {}).map(([status, answer]) => {
        const body = bodyOf(answer.content);
        return (
          <div key={status} className={classes.answer}>
            <p>
              <strong data-good={status.startsWith('2') || undefined}>{status}</strong>{' '}
              <span>{body ? `${typeOf(body.schema, document)}, ${body.type}` : t.noContent}</span>
            </p>
            {body && <SchemaView schema={body.schema} document={document} />}
          </div>
        );
      })}
    </Part>
  );
}
