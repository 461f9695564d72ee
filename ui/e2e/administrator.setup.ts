import { expect, test } from '@playwright/test';
import { ADMINISTRATOR_STATE, administrator, connectDatabase, fillAccount, signIn } from './people';

test('the first administrator is made with the setup link and signs in', async ({ page }) => {
  const link = process.env.DAYBOOK_SETUP_LINK;
  if (link) {
    await page.goto(link);
    const create = page.getByRole('button', { name: 'Create the administrator' });
    await expect(create.or(page.getByText('Daybook already has its administrator'))).toBeVisible();
    if (await create.isVisible()) {
      await fillAccount(page, administrator);
      await create.click();
      await expect(page).toHaveURL(/\/sign-in/);
    }
  }
  await signIn(page, administrator);
  const uri = process.env.DAYBOOK_DEMO_URI;
  const choice = page.getByRole('heading', { name: 'Choose where your data lives' });
  await expect(choice.or(page.getByRole('heading', { name: /Good day/ }))).toBeVisible();
  if (uri && (await choice.isVisible())) {
    await page.goto('/dashboard/connections?add=postgres');
    await connectDatabase(page, uri);
  }
  // Whoever looks at the key finds one: it is there from the first signature on.
  await page.goto('/admin/proof');
  await page.getByRole('button', { name: 'Sign the log now' }).click();
  await expect(page.getByRole('button', { name: 'Change the key' })).toBeVisible();
  await page.context().storageState({ path: ADMINISTRATOR_STATE });
});
