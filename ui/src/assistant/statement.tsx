import { Button, Group, Textarea } from '@mantine/core';
import { Pencil, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { texts } from '~/shared/texts/en';
import { Copy } from '~/shared/ui/copy';
import { tokensOf } from './sql';
import classes from './statement.module.css';

const t = texts.assistant;

type Props = { sql: string; run?: (sql: string) => void };

/** The statement as it ran; to copy, or to edit and run again. */
export function Statement({ sql, run }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const tokens = useMemo(() => tokensOf(sql), [sql]);

  if (draft !== null && run) {
    const submit = () => draft.trim() !== '' && run(draft.trim());
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Textarea
          aria-label={t.editLabel}
          value={draft}
          autosize
          minRows={4}
          maxRows={20}
          spellCheck={false}
          autoFocus
          classNames={{ input: classes.editor }}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
            if (event.key === 'Escape') setDraft(null);
          }}
        />
        <Group gap="xs" mt="xs">
          <Button
            type="submit"
            size="xs"
            fz="sm"
            leftSection={<Play size={14} />}
            disabled={draft.trim() === ''}
          >
            {t.run}
          </Button>
          <Button size="xs" fz="sm" variant="default" onClick={() => setDraft(null)}>
            {texts.common.cancel}
          </Button>
        </Group>
      </form>
    );
  }
  return (
    <div className={classes.statement}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long statement scrolls, also by keyboard */}
      <section className={classes.code} tabIndex={0} aria-label={t.statement}>
        <pre>
          {tokens.map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no other identity
            <span key={index} className={classes[kind]}>
              {text}
            </span>
          ))}
        </pre>
      </section>
      <div className={classes.actions}>
        <Copy value={sql} label={t.copySql} />
        {run && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<Pencil size={14} />}
            onClick={() => setDraft(sql)}
          >
            {t.edit}
          </Button>
        )}
      </div>
    </div>
  );
}
