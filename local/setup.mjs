// Runs before `npm start` and `npm test` on whatever Node the host has, so it is plain JavaScript and needs nothing but
// Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname ?? '.', '..');
const JAVA = 17;

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a command quietly; what it printed comes out only if it fails. */
function succeeds(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}

/**
 * npm keeps its own copy of the lock file with what it really installed; it lacks only what is optional and not for
 * this platform.
 */
function isInstalled() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const [wanted, present] = [join(ROOT, 'package-lock.json'), installed].map((path) => packagesIn(path));
  return Object.entries(wanted).every(([path, { integrity, optional }]) =>
    present[path] ? present[path].integrity === integrity : path === '' || optional,
  );
}

function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

function installDependencies() {
  if (isInstalled()) return;
  console.log('Installing dependencies (npm ci) …');
  const { ok, output } = succeeds('npm', ['ci', '--no-audit', '--no-fund']);
  if (!ok) fail(`npm ci failed:\n${output}`);
}

function javaVersion() {
  const [, major] = /version "(\d+)/.exec(succeeds('java', ['-version']).output) ?? [];
  return Number(major ?? 0);
}

function installJava() {
  if (javaVersion() >= JAVA) return;
  const canInstall = process.getuid?.() === 0 && succeeds('apt-get', ['--version']).ok;
  if (canInstall) {
    console.log(`Installing Java ${JAVA} (DynamoDB Local needs it) …`);
    const install = () =>
      succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', `openjdk-${JAVA}-jre-headless`]);
    if (!install().ok) {
      succeeds('apt-get', ['update', '-qq']);
      install();
    }
  }
  if (javaVersion() < JAVA) {
    fail(`Java ${JAVA} or newer is needed for DynamoDB Local: install openjdk-${JAVA}-jre-headless and start again.`);
  }
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);
installDependencies();
installJava();
