import { expect, test } from '@playwright/test';
import { findings } from './findings';
import { ADMINISTRATOR_STATE, fillAccount, newPerson, signIn } from './people';

test('somebody has their account erased, and it is gone', async ({ page, browser }) => {
  const person = newPerson('Hedy Lamarr');
  await page.goto('/sign-up');
  await fillAccount(page, person);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await signIn(page, person);

  await page.goto('/settings/profile');
  await page.getByRole('button', { name: 'Erase my account' }).click();
  const dialog = page.getByRole('dialog');
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  await dialog.getByLabel(/to confirm/).fill('erase');
  await expect(erase).toBeDisabled();
  await dialog.getByLabel('Your password').fill('not the password');
  await erase.click();
  await expect(dialog.getByText('This is not your password.')).toBeVisible();
  await dialog.getByLabel('Your password').fill(person.password);
  await erase.click();

  await expect(page).toHaveURL(/\/erased$/);
  await expect(page.getByRole('heading', { name: 'Your account is being erased' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail or username').fill(person.email);
  await page.getByLabel(/^Password/).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The address or the password is not right.')).toBeVisible();

  const administrator = await browser.newPage({ storageState: ADMINISTRATOR_STATE });
  await administrator.goto('/admin/users?q=hedy');
  await expect(administrator.getByText('Nobody found')).toBeVisible();
  await expect(administrator.getByText('Finished').first()).toBeVisible();
  await administrator.close();
});
