import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { findings } from './findings';
import { ADMINISTRATOR_STATE, openProjects } from './people';

test.use({ storageState: ADMINISTRATOR_STATE });

const open = async (page: Page, names: string[]) =>
  expect(await openProjects(page, names)).toEqual(names.map(() => 201));

test('an administrator finds, keeps, follows and takes along what happened', async ({ page }) => {
  const main = page.getByRole('main');
  const lines = main.getByRole('listitem');
  const search = page.getByLabel('Search the log');
  const word = `orchard${Date.now().toString(36)}`;

  await test.step('finds whole sentences, who as well as what', async () => {
    await page.goto('/dashboard/history?scope=all');
    await open(
      page,
      Array.from({ length: 53 }, (_, tree) => `${word} tree${tree + 1}`),
    );
    await search.fill(`lovelace opened ${word} tree53`);
    await expect(lines).toHaveCount(1);
    await expect(lines).toContainText(`Ada Lovelace opened the project “${word} tree53”`);
    await search.fill(`${word} -lovelace`);
    await expect(page.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();
  });

  await test.step('narrows it by kinds of events', async () => {
    await search.fill(word);
    await expect(lines).toHaveCount(50);
    const kinds = page.getByLabel('Event', { exact: true }).first();
    await kinds.fill('project deleted');
    await page.getByRole('option', { name: /Project deleted/ }).click();
    await expect(page.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(lines).toHaveCount(50);
  });

  await test.step('loads more', async () => {
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect(lines).toHaveCount(53);
    await expect(page.getByText('Nothing older matches these filters.')).toBeVisible();
  });

  await test.step('keeps the search under a name of its own, and comes back to it', async () => {
    const name = `Apples ${Date.now()}`;
    await page.getByRole('button', { name: 'Kept searches' }).click();
    await page.getByRole('button', { name: 'Keep this search…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep this search' });
    await expect(dialog.getByLabel('Name')).toHaveValue('');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(search).toHaveValue('');
    await page.getByRole('button', { name: 'Kept searches' }).click();
    await page.getByRole('button', { name, exact: true }).click();
    await expect(search).toHaveValue(word);
    await expect(lines.first()).toContainText('tree53');
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: `Delete “${name}”` }).click();
    await expect(page.getByText(`“${name}” is deleted.`)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('pauses while others go on, whatever the browser does', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await open(page, [`${word} late1`]);
    await expect(page.getByRole('button', { name: 'Go on with 1 new entry' })).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await open(page, [`${word} late2`]);
    await expect(page.getByRole('button', { name: 'Go on with 2 new entries' })).toBeVisible();
    await expect(lines.first()).toContainText('tree53');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go on with 2 new entries' }).click();
    await expect(lines.first()).toContainText('late2');
    await expect(lines.nth(1)).toContainText('late1');
    await expect(lines.nth(2)).toContainText('tree53');
    await open(page, [`${word} late3`]);
    await expect(lines.first()).toContainText('late3');
  });

  await test.step('takes it along as a file, and the history says what it was', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByRole('menuitem', { name: 'As a table (CSV)' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^daybook-history-.*\.csv$/);
    const rows = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(rows).toHaveLength(1 + 56);
    await page.goto('/dashboard/history?scope=all&type=audit.AuditExportBegun');
    await lines.first().getByRole('button').click();
    const part = page.getByRole('region', { name: 'What was exported' });
    await expect(part.getByText(word)).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
});
