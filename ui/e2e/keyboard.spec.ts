import { expect, test } from '@playwright/test';
import { ADMINISTRATOR_STATE } from './people';

test.use({ storageState: ADMINISTRATOR_STATE });

test('everything can be reached without a mouse', async ({ page }) => {
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('the first stop skips to the content', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('the palette finds a page', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByLabel('Search or jump to…')).toBeFocused();
    await page.keyboard.type('histo');
    await expect(page.getByRole('dialog').getByRole('button')).toHaveText(['History']);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('a slash goes to the search, and the search into the address', async () => {
    await page.keyboard.press('/');
    const search = page.getByLabel('Search the log');
    await expect(search).toBeFocused();
    await page.keyboard.type('signed');
    await expect(page).toHaveURL(/q=signed/);
    await search.blur();
  });

  await test.step('letters lead to pages, but not while one types', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  });

  await test.step('a project is made, changed, deleted and brought back', async () => {
    const name = `By keyboard ${Date.now()}`;
    await page.getByRole('button', { name: 'New project' }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name })).toBeVisible();

    await page.getByRole('button', { name: `Edit ${name}` }).press('Enter');
    await page.getByRole('dialog').getByLabel('Description').fill('By nothing but keys');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter');
    await expect(page.getByText('By nothing but keys', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: `Delete ${name}` }).press('Enter');
    await expect(page.getByRole('heading', { name })).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(page.getByRole('heading', { name })).toBeVisible();
  });

  await test.step('the sheet tells all this, and Escape closes it', async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});
