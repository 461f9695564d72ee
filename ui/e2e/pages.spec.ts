import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { findings, wear } from './findings';
import { ADMINISTRATOR_STATE } from './people';
import { STATES } from './states';

type Visit = {
  path: string;
  ready: RegExp;
  before?: (page: Page) => Promise<void>;
  act?: (page: Page) => Promise<void>;
};

const OUTSIDE: Visit[] = [
  { path: '/', ready: /Ask your database/ },
  { path: '/sign-in?reason=revoked', ready: /Welcome back/ },
  {
    path: '/sign-up',
    ready: /Start your daybook/,
    act: (page) => page.getByRole('button', { name: 'Create account' }).click(),
  },
  { path: '/setup', ready: /The first administrator/ },
  { path: '/verify-email', ready: /This link does not work/ },
  { path: '/erased', ready: /being erased/ },
  { path: '/api/docs#POST-/api/projects', ready: /^API$/ },
  { path: '/nowhere', ready: /This page is blank/ },
];

const FOREIGN_CHECKPOINT = `daybook/of-somebody-else
3
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
position 3
time 2026-01-01T00:00:00Z

— daybook/of-somebody-else Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;

const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
};

/** Answers in place of the server with states that take a while to come about. */
async function inAllStates(page: Page) {
  await page.route('**/api/admin/projections/progress', (route) => route.abort());
  for (const [path, json] of Object.entries(STATES)) {
    await page.route(
      ({ pathname }) => pathname === path,
      (route) => route.fulfill({ json }),
    );
  }
}

const INSIDE: Visit[] = [
  { path: '/dashboard', ready: /Good day|Choose where/ },
  { path: '/dashboard/ask', ready: /^Ask$/ },
  { path: '/dashboard/connections', ready: /^Connections$/ },
  {
    path: '/dashboard/connections?add=postgres',
    ready: /^Connections$/,
    act: (page) => page.getByRole('button', { name: 'Test and connect' }).click(),
  },
  { path: '/dashboard/projects', ready: /^Projects$/ },
  {
    path: '/dashboard/projects?add=true',
    ready: /^Projects$/,
    act: (page) => page.getByRole('button', { name: 'Save' }).click(),
  },
  { path: '/dashboard/history?scope=all', ready: /^History$/ },
  {
    path: '/dashboard/history',
    ready: /^History$/,
    act: (page) => page.getByRole('main').getByRole('listitem').first().getByRole('button').click(),
  },
  { path: '/dashboard/history?q=nothinglikethis', ready: /Nothing matches/ },
  {
    path: '/dashboard/history?type=identity.SessionStarted&context=projects',
    ready: /^History$/,
    act: (page) => page.getByRole('button', { name: 'Kept searches' }).click(),
  },
  { path: '/settings/profile', ready: /^Profile$/, act: openPalette },
  { path: '/settings/profile', ready: /^Profile$/ },
  {
    path: '/settings/profile#erase-account',
    ready: /^Profile$/,
    act: (page) => page.getByRole('button', { name: 'Erase my account' }).click(),
  },
  { path: '/settings/sessions', ready: /^Sessions$/ },
  { path: '/admin/overview', ready: /^Overview$/ },
  { path: '/admin/events', ready: /^Events$/ },
  { path: '/admin/users', ready: /^People$/ },
  {
    path: '/admin/users?states',
    ready: /^People$/,
    before: inAllStates,
    act: (page) => page.getByRole('button', { name: 'Erase Grace Hopper' }).click(),
  },
  { path: '/admin/users?q=nobodylikethis', ready: /Nobody found/ },
  { path: '/admin/projections', ready: /^Projections$/ },
  { path: '/admin/projections?states', ready: /^Projections$/, before: inAllStates },
  { path: '/admin/dead-letters', ready: /^Dead letters$/ },
  {
    path: '/admin/dead-letters?states',
    ready: /^Dead letters$/,
    before: inAllStates,
    act: (page) => page.getByRole('button', { name: /^Skip/ }).first().click(),
  },
  {
    path: '/admin/growth',
    ready: /^Growth$/,
    act: async (page) => {
      await page.getByLabel('Keep details').selectOption('90');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { path: '/admin/growth?states', ready: /^Growth$/, before: inAllStates },
  {
    path: '/admin/proof',
    ready: /^Proof$/,
    act: async (page) => {
      await page.getByRole('button', { name: 'Sign the log now' }).click();
      await page.getByRole('button', { name: 'Verify the log' }).click();
      await expect(page.getByText('Nobody touched the log', { exact: true })).toBeVisible();
      await page.setInputFiles('input[type=file]', {
        name: 'checkpoint.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(FOREIGN_CHECKPOINT),
      });
      await page.getByRole('button', { name: 'Verify the log' }).click();
      await expect(page.getByText('Verify again without the file.')).toBeVisible();
    },
  },
  {
    path: '/admin/proof?key',
    ready: /^Proof$/,
    act: (page) => page.getByRole('button', { name: 'Change the key' }).click(),
  },
  { path: '/admin/outbox', ready: /^Outbox$/ },
];

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** A page once, in all its looks: everything is judged at both widths, and colours again in the other scheme. */
async function inspect(page: Page, { path, ready, before, act }: Visit) {
  await before?.(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(WIDE);
  await page.goto(path);
  await expect(page.getByRole('heading', { name: ready }).first()).toBeVisible();
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
  await act?.(page);
  expect.soft(await findings(page), `${path}, light and wide`).toEqual([]);
  await wear(page, 'dark');
  expect.soft(await findings(page, 'color-contrast'), `${path}, dark and wide`).toEqual([]);
  await page.setViewportSize(NARROW);
  expect.soft(await findings(page), `${path}, dark and narrow`).toEqual([]);
  await wear(page, 'light');
  expect.soft(await findings(page, 'color-contrast'), `${path}, light and narrow`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${path} is wider than a phone`).toBeLessThanOrEqual(0);
}

test.describe.configure({ mode: 'parallel' });

for (const visit of OUTSIDE) {
  test(`seen by strangers, ${visit.path} has no findings`, ({ page }) => inspect(page, visit));
}

test.describe('signed in', () => {
  test.use({ storageState: ADMINISTRATOR_STATE });
  for (const visit of INSIDE) {
    test(`${visit.path} has no findings${visit.act ? ' in use' : ''}`, ({ page }) => inspect(page, visit));
  }
});

test('nothing on the landing page breaks the content security policy, and it stays small', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const travelled = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  expect(complaints).toEqual([]);
  expect(travelled).toBeLessThan(150_000);
});
