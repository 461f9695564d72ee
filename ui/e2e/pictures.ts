import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { ADMINISTRATOR_STATE } from './people';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

async function take(page: Page, name: string) {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: `${folder}${name}.png` });
}

test('the landing page', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await take(page, 'landing');
});

test.describe('signed in', () => {
  test.use({ storageState: ADMINISTRATOR_STATE });

  test('an answer, the history, the past and the administration', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 1280 });
    await page.goto('/dashboard/ask');
    await page.getByLabel('Your question').fill('top 5 products by revenue last quarter');
    await page.getByLabel('Your question').press('Enter');
    await expect(page.getByRole('img', { name: /Bars|Line|Pie/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ask again' })).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    await take(page, 'ask-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await take(page, 'ask-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.goto('/dashboard/history?scope=all');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await take(page, 'history');

    await page.goto('/dashboard/projects?add=true');
    await page.getByRole('dialog').getByLabel('Name').fill('Spring sale');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Spring sale' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Summer sale');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'How Summer sale was' }).first().click();
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('option', { name: /The event before/ }).click();
    await expect(page.getByRole('row', { name: /^Name/ })).toBeVisible();
    await expect(page.getByText('Saved.')).toHaveCount(0);
    await take(page, 'past');

    for (const name of ['overview', 'projections']) {
      await page.goto(`/admin/${name}`, { waitUntil: 'load' });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
      await take(page, name);
    }

    await page.goto('/admin/proof');
    await page.getByRole('button', { name: 'Sign the log now' }).click();
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await expect(page.getByText('Nobody touched the log', { exact: true })).toBeVisible();
    await expect(page.getByText(/^Signed at/)).toHaveCount(0);
    await take(page, 'proof');
  });
});
