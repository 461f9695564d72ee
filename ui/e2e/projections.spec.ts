import { expect, type Page, test } from '@playwright/test';
import { ADMINISTRATOR_STATE } from './people';
import { STATES } from './states';

test.use({ storageState: ADMINISTRATOR_STATE });
const NAME = 'filters';

/** Has a rebuild begun and paused: it is over in a moment, so it is begun again until the pause came in time. */
async function beginAndPause(page: Page) {
  await expect(async () => {
    const state = await page.evaluate(async (name) => {
      const path = `/api/admin/projections/${name}`;
      const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '');
      const order = (what: string) =>
        fetch(`${path}/${what}`, { method: 'POST', headers: { 'X-XSRF-TOKEN': token } });
      type One = { name: string; generation: number; rebuild: null | { state: string } };
      const look = async () => {
        const { items } = (await (await fetch('/api/admin/projections')).json()) as { items: One[] };
        return items.find((one) => one.name === name) as One;
      };
      const { generation } = await look();
      const { status } = await order('rebuild');
      if (status !== 202) return `refused: ${status}`;
      for (let seen = await look(); ; seen = await look()) {
        if (seen.generation > generation || seen.rebuild?.state === 'paused') return seen.rebuild?.state;
        if (seen.rebuild) await order('pause');
      }
    }, NAME);
    expect(state).toBe('paused');
  }).toPass();
}

test('an administrator rebuilds a projection and sees it go on wherever the page is left', async ({
  page,
}) => {
  await page.goto('/admin/projections');
  const rows = page.getByRole('main').getByRole('row');
  const row = rows.filter({ has: page.getByRole('button', { name: `Rebuild ${NAME}` }) });
  const button = (order: string) => page.getByRole('button', { name: `${order}: ${NAME}` });
  const paused = row.getByText('Rebuild paused', { exact: true });
  const generation = async () =>
    Number((await row.getByText(/^Generation/).textContent())?.replace(/\D/g, ''));
  await expect(row.getByText('Live', { exact: true })).toBeVisible();
  const before = await generation();

  await test.step('paused, it is so after a reload too', async () => {
    await beginAndPause(page);
    await expect(paused).toBeVisible();
    await page.reload();
    await expect(paused).toBeVisible();
    await expect(page.getByText(/^position [\d,.]+ of [\d,.]+$/)).toBeVisible();
  });

  await test.step('given up, it leaves the live generation alone', async () => {
    await button('Give up').click();
    await expect(paused).toBeHidden();
    await expect(button('Give up')).toBeHidden();
  });

  await test.step('paused again and resumed, it becomes the live one', async () => {
    await beginAndPause(page);
    const now = await generation();
    await button('Resume').click();
    await expect.poll(generation).toBeGreaterThan(now);
    await expect(page.getByText(/Compared before the swap: the same/).first()).toBeVisible();
  });

  await test.step('and begun on the page, it goes on to its end', async () => {
    const now = await generation();
    await page.getByRole('button', { name: `Rebuild ${NAME}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rebuild', exact: true }).click();
    await expect.poll(generation).toBeGreaterThan(now);
    await expect(row.getByText('Live', { exact: true })).toBeVisible();
    expect(await generation()).toBeGreaterThan(before);
  });
});

test('more dead letters than a page holds are loaded when asked for', async ({ page }) => {
  const { items } = STATES['/api/admin/dead-letters'] as { items: object[] };
  await page.route(
    ({ pathname }) => pathname === '/api/admin/dead-letters',
    (route) => {
      const more = new URL(route.request().url()).searchParams.get('cursor') === 'more';
      return route.fulfill({ json: { items: [items[more ? 1 : 0]], nextCursor: more ? null : 'more' } });
    },
  );
  await page.goto('/admin/dead-letters');
  const letters = page.getByRole('main').getByRole('listitem');
  await expect(letters).toHaveCount(1);
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(letters).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Load more' })).toBeHidden();
});
