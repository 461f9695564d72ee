import { expect, test } from '@playwright/test';
import { findings, wear } from './findings';
import { connectDatabase, fillAccount, newPerson, signIn } from './people';

const QUESTION = 'top 5 products by revenue last quarter';

test('a newcomer asks a question of a database and sees every step in the log', async ({ page, browser }) => {
  const uri = process.env.DAYBOOK_DEMO_URI;
  test.skip(!uri, 'DAYBOOK_DEMO_URI names no database to ask');
  const person = newPerson('Grace Hopper');

  await test.step('signs up from the landing page', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await fillAccount(page, person);
    await expect(page.getByText(/Good|Strong/)).toBeVisible();
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to sign-in' }).click();
  });

  await test.step('signs in and has the choice of two services', async () => {
    await signIn(page, person);
    await expect(page.getByRole('heading', { name: 'Connect your own database' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Use our database' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });

  await test.step('is told what is wrong with an address, then connects', async () => {
    await page.getByRole('link', { name: 'Connect a database' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address (URI)').fill('postgresql://nobody:nothing@127.0.0.1:9/none');
    await dialog.getByRole('button', { name: 'Test and connect' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await connectDatabase(page, uri ?? '');
  });

  await test.step('asks, and sees steps, statement, table and chart', async () => {
    await page.getByRole('link', { name: 'Ask', exact: true }).click();
    await page.getByLabel('Your question').fill(QUESTION);
    await page.getByLabel('Your question').press('Enter');
    const answer = page.getByRole('article', { name: QUESTION });
    await expect(answer.getByRole('list', { name: 'Steps' }).getByRole('listitem').first()).toBeVisible();
    await expect(answer.getByLabel('Statement', { exact: true })).toContainText(/select/i, {
      timeout: 30_000,
    });
    await expect(answer.getByRole('table').locator('tbody tr')).toHaveCount(5);
    await expect(answer.getByRole('img', { name: /Bars|Line|Pie/ })).toBeVisible();
    await expect(answer.getByRole('button', { name: 'Ask again' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await wear(page, 'dark');
    expect(await findings(page, 'color-contrast')).toEqual([]);
    await wear(page, 'light');
  });

  await test.step('finds the answer again after a reload', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: QUESTION, level: 2 })).toBeVisible();
    await expect(page.getByLabel('Statement', { exact: true })).toContainText(/select/i);
  });

  await test.step('reads every step as a sentence', async () => {
    await page.getByRole('link', { name: 'History', exact: true }).click();
    const main = page.getByRole('main');
    await expect(main.getByRole('button', { name: new RegExp(QUESTION, 'i') }).first()).toBeVisible();
    for (const word of [/signed in|session/i, /connect/i]) {
      await expect(main.getByRole('listitem').filter({ hasText: word }).first()).toBeVisible();
    }
    await main.getByRole('listitem').first().getByRole('button').click();
    await expect(page.getByRole('dialog').getByText('Identifier')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('throws another browser out at once', async () => {
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await signIn(elsewhere, person);
    await expect(elsewhere.getByText('Live', { exact: true })).toBeVisible();

    await page.goto('/settings/sessions');
    await expect(page.getByText('This device', { exact: true })).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Sign out (?!all)/ })
      .first()
      .click();
    await expect(elsewhere).toHaveURL(/\/sign-in/);
    await expect(elsewhere.getByText('This session was ended from another device.')).toBeVisible();
    await elsewhere.goto('/dashboard');
    await expect(elsewhere).toHaveURL(/\/sign-in/);
    await expect(page.getByText('This device', { exact: true })).toBeVisible();
    await other.close();
  });

  await test.step('signs out, and comes back to the page that was asked for', async () => {
    await page.getByRole('button', { name: person.fullName }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByText('You have signed out.')).toBeVisible();
    await page.goto('/dashboard/projects');
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel('E-mail or username').fill(person.email);
    await page.getByLabel(/^Password/).fill(person.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL((url) => url.pathname === '/dashboard/projects');
  });
});
