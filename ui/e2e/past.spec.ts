import { expect, type Page, test } from '@playwright/test';
import { findings, wear } from './findings';
import { ADMINISTRATOR_STATE } from './people';

test.use({ storageState: ADMINISTRATOR_STATE });

/** The moment in the address. */
const at = (page: Page) => new URL(page.url()).searchParams.get('at');

async function looksGood(page: Page, what: string) {
  expect.soft(await findings(page), `${what}, light and wide`).toEqual([]);
  await wear(page, 'dark');
  expect.soft(await findings(page, 'color-contrast'), `${what}, dark and wide`).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect.soft(await findings(page), `${what}, dark and narrow`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${what} is wider than a phone`).toBeLessThanOrEqual(0);
  await wear(page, 'light');
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('an administrator travels through the life of a project', async ({ page }) => {
  const main = page.getByRole('main');
  const slider = page.getByRole('slider', { name: 'Moment in its life' });
  const state = page.getByRole('region', { name: /How it/ });

  await test.step('that was opened and changed', async () => {
    await page.goto('/dashboard/projects?add=true');
    await page.getByRole('dialog').getByLabel('Name').fill('Spring sale');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Spring sale' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Summer sale');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(main.getByRole('heading', { name: 'Summer sale' }).first()).toBeVisible();
  });

  await test.step('from its line in the list', async () => {
    await page.getByRole('link', { name: 'How Summer sale was' }).first().click();
    await expect(page.getByRole('heading', { name: 'Summer sale', level: 1 })).toBeVisible();
    await expect(page.getByText('This is the past')).toBeHidden();
  });

  await test.step('back by the keyboard, the address follows', async () => {
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByText('This is the past')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Spring sale', level: 1 })).toBeVisible();
    await expect(slider).toHaveAttribute('aria-valuetext', /Event 1 of 2.*opened the project/);
    expect(at(page)).toMatch(/^\d+$/);
  });

  await test.step('and the address shows the same to whoever opens it', async () => {
    await page.reload();
    await expect(state.getByText('Spring sale')).toBeVisible();
    await looksGood(page, 'a thing in the past');
  });

  await test.step('compares then with now', async () => {
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('option', { name: 'Now', exact: true }).click();
    const row = page.getByRole('row', { name: /^Name/ });
    await expect(row.getByText('Spring sale')).toBeVisible();
    await expect(row.getByText('Summer sale')).toBeVisible();
    await looksGood(page, 'a comparison');
  });

  await test.step('forward by the button, and home by the banner', async () => {
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect(page.getByRole('heading', { name: 'Summer sale', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Back to now' }).click();
    await expect(page.getByText('This is the past')).toBeHidden();
    expect(at(page)).toBeNull();
  });

  await test.step('to any moment and back again', async () => {
    await page.getByLabel('Moment', { exact: true }).fill('2020-01-01T12:00');
    await expect(page.getByRole('heading', { name: 'It did not exist yet' })).toBeVisible();
    expect(at(page)).toMatch(/^2020-01-01T/);
    await page.goBack();
    await expect(page.getByText('This is the past')).toBeHidden();
    expect(at(page)).toBeNull();
    await page.goBack();
    await expect(page.getByText('This is the past')).toBeVisible();
    await page.goForward();
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('option', { name: 'A date and time…' }).click();
    await page.getByLabel('The other moment').fill('2020-01-01T12:00');
    await expect(page.getByRole('row', { name: /^Name/ }).getByText('Summer sale')).toBeVisible();
  });

  await test.step('and learns that it did not exist at the beginning', async () => {
    await page.goto(`${new URL(page.url()).pathname}?at=1`);
    await expect(page.getByRole('heading', { name: 'It did not exist yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Go to its beginning' }).click();
    await expect(page.getByRole('heading', { name: 'Spring sale', level: 1 })).toBeVisible();
  });
});

test('an administrator sees who had access at a moment', async ({ page }) => {
  await page.goto('/admin/past');
  await expect(page.getByRole('heading', { name: 'As it was' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
  await looksGood(page, 'a list as it is');

  await page.goto('/admin/past?at=1&kind=sessions&ended=true');
  await expect(page.getByText('This is the past')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'There was nothing' })).toBeVisible();
  await looksGood(page, 'a list from before everything');

  await page.getByRole('main').getByText('People', { exact: true }).click();
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByRole('region', { name: 'How it is' })).toBeVisible();
  await page.goBack();
  await page.getByLabel('Moment').fill('2020-01-01T12:00');
  await expect(page.getByRole('heading', { name: 'There was nothing' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
});
