import { expect, type Page, type Request, test } from '@playwright/test';
import { ADMINISTRATOR_STATE } from './people';

test.use({ storageState: ADMINISTRATOR_STATE });

/** A browser opens six connections to a server for all of its tabs together. */
const PATHS = [
  ...['identity', 'projects', 'connections', 'assistant'].map(
    (context) => `/dashboard/history?scope=all&q=tab&context=${context},projects`,
  ),
  ...Array<string>(4).fill('/admin/projections'),
];

test('eight tabs follow what happens over two streams, and a ninth still works', async ({
  context,
  page,
}) => {
  const streams = new Set<Request>();
  context.on('request', (request) => {
    if (request.headers().accept === 'text/event-stream') streams.add(request);
  });
  const ends = (request: Request) => void streams.delete(request);
  context.on('requestfinished', ends).on('requestfailed', ends);
  const tabs: Page[] = [];
  for (const path of PATHS) {
    const tab = await context.newPage();
    await tab.goto(path);
    await expect(tab.getByRole('status', { name: 'Changes appear here as they happen.' })).toBeVisible();
    tabs.push(tab);
  }

  const tellsAll = async (followers: Page[]) => {
    const name = `A tab for ${Date.now()}`;
    await page.goto('/dashboard/projects?add=true');
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name })).toBeVisible();
    for (const tab of followers) {
      await expect(tab.getByRole('main').getByRole('button', { name: new RegExp(name) })).toBeVisible();
    }
    const open = [...streams].filter((stream) => !stream.frame().page().isClosed());
    expect(open.length).toBeLessThanOrEqual(2);
  };
  await tellsAll(tabs.slice(0, 4));
  // Whoever listened for all of them leaves: another one takes over.
  await tabs[0]?.close();
  await tellsAll(tabs.slice(1, 4));
});
