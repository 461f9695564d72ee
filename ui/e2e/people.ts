import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';

export type Person = { email: string; password: string; fullName: string };

/** Nobody that another run of the tests has registered. */
export const newPerson = (fullName: string): Person => ({
  email: `${fullName.toLowerCase().replaceAll(' ', '.')}.${Date.now().toString(36)}@example.org`,
  password: 'plain harbour lantern 47',
  fullName,
});

export const administrator: Person = {
  email: process.env.DAYBOOK_ADMIN_EMAIL ?? 'admin@example.org',
  password: process.env.DAYBOOK_ADMIN_PASSWORD ?? 'quiet copper meadow 82',
  fullName: 'Ada Lovelace',
};

/** Where the administrator's cookies are kept between the tests of one run. */
export const ADMINISTRATOR_STATE = fileURLToPath(
  new URL('../test-results/administrator.json', import.meta.url),
);

export async function fillAccount(page: Page, { email, fullName, password }: Person) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Full name').fill(fullName);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
}

export async function signIn(page: Page, { email, password }: Person) {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('E-mail or username').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL((url) => url.pathname.startsWith('/dashboard'));
}

export async function connectDatabase(page: Page, uri: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address (URI)').fill(uri);
  await dialog.getByRole('button', { name: 'Test and connect' }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole('main').getByText('Connected', { exact: true }).first()).toBeVisible();
}

/** Opens projects as the page would, without clicking through its form each time; says what was answered to each. */
export const openProjects = (page: Page, names: string[]) =>
  page.evaluate(async (all) => {
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const answers: number[] = [];
    for (const name of all) {
      const { status } = await fetch('/api/projects', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-XSRF-TOKEN': decodeURIComponent(token),
          'Daybook-Client': 'web',
        },
        body: JSON.stringify({ name }),
      });
      answers.push(status);
    }
    return answers;
  }, names);
