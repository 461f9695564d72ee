import { expect, type Page, test } from '@playwright/test';
import { ADMINISTRATOR_STATE, openProjects } from './people';
import { STATES } from './states';

test.use({ storageState: ADMINISTRATOR_STATE });
const NAME = 'filters';

/** Has a rebuild begun and paused by its button: it is over in a moment, so it is begun again until that came in time. */
async function beginAndPause(page: Page) {
  await expect(async () => {
    const paused = await page.evaluate(async (name) => {
      const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '');
      const ordered = await fetch(`/api/admin/projections/${name}/rebuild`, {
        method: 'POST',
        headers: { 'X-XSRF-TOKEN': token },
      });
      type One = { name: string; rebuild: null | { state: string } };
      const button = () => document.querySelector<HTMLElement>(`[aria-label="Pause: ${name}"]`);
      for (let begun = false, clicked = false; ordered.ok; ) {
        const { items } = (await (await fetch('/api/admin/projections')).json()) as { items: One[] };
        const state = items.find((one) => one.name === name)?.rebuild?.state;
        if (state === 'paused') return true;
        if (begun && !state) return false;
        begun ||= state !== undefined;
        if (!clicked && button()) {
          clicked = true;
          button()?.click();
        }
      }
      return `refused: ${ordered.status}`;
    }, NAME);
    expect(paused).toBe(true);
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

test('an administrator has a parked event tried again, and skips another', async ({ page }) => {
  const trouble = process.env.DAYBOOK_TROUBLE;
  test.skip(!trouble, 'DAYBOOK_TROUBLE names nobody who breaks a read model');
  const order = async (what: string) => {
    expect((await fetch(`${trouble}/${what}`, { method: 'POST' })).status).toBe(204);
  };
  const letters = page.getByRole('main').getByRole('listitem');
  const crop = `Refused ${Date.now().toString(36)}`;
  const apple = letters.filter({ hasText: `“${crop} apple”` });
  const pear = letters.filter({ hasText: `“${crop} pear”` });

  await page.goto('/admin/dead-letters');
  await order('refuse');
  const status = await openProjects(page, [`${crop} apple`, `${crop} pear`]);
  expect(status).toEqual([409, 409]);
  await expect(async () => {
    await page.reload();
    await expect(apple).toHaveText(/1 attempt,/, { timeout: 1_000 });
    await expect(pear).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await test.step('tried again, it says that nothing has changed', async () => {
    await apple.getByRole('button', { name: /^Try again/ }).click();
    await expect(page.getByText('It could not be taken in again.')).toBeVisible();
    await expect(apple).toHaveText(/2 attempts,/);
  });

  await test.step('tried again when it can be taken in, it is gone from here', async () => {
    await order('accept');
    await apple.getByRole('button', { name: /^Try again/ }).click();
    await expect(page.getByText('It is taken in now.')).toBeVisible();
    await expect(apple).toHaveCount(0);
  });

  await test.step('skipped for a reason, the other never arrives', async () => {
    await pear.getByRole('button', { name: /^Skip/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Skip the event' })).toBeDisabled();
    await dialog.getByLabel('Reason').fill('Pears are out of season');
    await dialog.getByRole('button', { name: 'Skip the event' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing is parked' })).toBeVisible();
    await page.goto('/dashboard/projects');
    await expect(page.getByText(`${crop} apple`, { exact: true })).toBeVisible();
    await expect(page.getByText(`${crop} pear`, { exact: true })).toHaveCount(0);
  });
});
