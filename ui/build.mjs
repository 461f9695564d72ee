// What Maven runs: installs, checks, tests and builds the web interface, and skips all of it when nothing has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const skipTests = process.argv.includes('--skip-tests=true') || process.argv.includes('--skip-tests=');
const SOURCES = ['src', 'public', 'e2e'];
const GENERATED = new Set(['node_modules', 'target', 'test-results', 'playwright-report']);

/** Every file that the result depends on: the source folders, and the configuration beside them. */
function files(folder = '') {
  return readdirSync(join(here, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return GENERATED.has(entry.name) || (folder === '' && !SOURCES.includes(entry.name)) ? [] : files(path);
  });
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(here, path)));
  return hash.digest('hex');
}

const read = (path) => (existsSync(join(here, path)) ? readFileSync(join(here, path), 'utf8') : '');

function run(label, command, ...args) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: false });
  if (status !== 0) {
    console.error(`ui: ${label} failed`);
    process.exit(status ?? 1);
  }
  console.log(`ui: ${label} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

const STAMP = 'target/ui.stamp';
const wanted = digest(files());
const [built, tested] = read(STAMP).split(' ');
if (
  built === wanted &&
  (skipTests || tested === 'tested') &&
  existsSync(join(here, 'target/classes/static/index.html'))
) {
  console.log('ui: unchanged');
  process.exit(0);
}

const LOCK = 'node_modules/.daybook-lock';
const lock = digest(['package.json', 'package-lock.json', '.npmrc']);
if (read(LOCK) !== lock) {
  run('dependencies installed', 'npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(join(here, LOCK), lock);
}
run('layout, lint and types checked', 'npm', 'run', '--silent', 'check');
if (!skipTests) run('unit tests passed', 'npm', 'test', '--silent');
run('built', 'npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn');
mkdirSync(join(here, 'target'), { recursive: true });
writeFileSync(join(here, STAMP), `${wanted} ${skipTests ? 'untested' : 'tested'}`);
