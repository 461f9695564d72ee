import { Button, Menu } from '@mantine/core';
import { Download as Arrow } from 'lucide-react';
import { api } from '~/shared/api/client';
import { texts } from '~/shared/texts/en';
import { sayFailed } from '~/shared/ui/done';
import { type LogSearch, logQuery } from './log-search';

const t = texts.audit.download;
const FORMS = ['csv', 'jsonl'] as const;

/** Takes what the search finds out of the house: the browser writes the answer to a file as it comes. */
export function Download({ search }: { search: LogSearch }) {
  const start = async (format: (typeof FORMS)[number]) => {
    try {
      // The browser's own download cannot renew a session that has run out; this request can.
      await api.GET('/api/users/me');
    } catch (cause) {
      sayFailed(cause);
      return;
    }
    const link = document.createElement('a');
    link.href = fileOf(search, format);
    link.download = '';
    link.click();
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<Arrow size={15} aria-hidden="true" />}>
          {t.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMS.map((form) => (
          <Menu.Item key={form} onClick={() => void start(form)}>
            {t.forms[form]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function fileOf(search: LogSearch, format: string): string {
  const path = search.scope === 'all' ? '/api/audit' : '/api/activity';
  return `${path}?${new URLSearchParams({ ...logQuery(search), format })}`;
}
