import { texts } from '~/shared/texts/en';
import { type Document, nameOf, resolved, type Schema } from './openapi';
import classes from './operation.module.css';
import { Words } from './words';

const t = texts.docs;
/** Types that hold others are shown inside one another, but not without end. */
const DEEPEST = 4;

/** A type in a word or two. */
export function typeOf(schema: Schema, document: Document): string {
  const known = resolved(schema, document);
  const types = (Array.isArray(known.type) ? known.type : [known.type]).filter((type) => type !== undefined);
  const word = wordOf(
    types.find((type) => type !== 'null'),
    known,
    schema,
    document,
  );
  return types.includes('null') ? t.orNull(word) : word;
}

function wordOf(type: string | undefined, known: Schema, schema: Schema, document: Document): string {
  if (known.enum) return known.enum.map(String).join(' | ');
  if (type === 'array') return t.listOf(known.items ? typeOf(known.items, document) : t.anything);
  if (known.properties) return nameOf(schema) ?? t.object;
  if (typeof known.additionalProperties === 'object')
    return t.mapOf(typeOf(known.additionalProperties, document));
  if (known.format && type === 'string') return known.format;
  return type ?? nameOf(schema) ?? t.anything;
}

type Props = { schema: Schema; document: Document; depth?: number };

/** The fields of a type, and those of the types within it. */
export function SchemaView({ schema, document, depth = 0 }: Props) {
  const known = resolved(schema, document);
  const inner = known.items ? resolved(known.items, document) : known;
  const fields = Object.entries(inner.properties ?? {});
  if (fields.length === 0 || depth >= DEEPEST) return null;
  return (
    <ul className={classes.fields}>
      {fields.map(([name, field]) => (
        <li key={name}>
          <p>
            <code>{name}</code> <span>{typeOf(field, document)}</span>
            {inner.required?.includes(name) && <em>{t.required}</em>}
          </p>
          {field.description && (
            <p className={classes.about}>
              <Words text={field.description} />
            </p>
          )}
          <SchemaView schema={field} document={document} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}
