import { existsSync, readFileSync } from 'node:fs';
import { run, tool } from './run.mjs';

const systemChromium = '/usr/bin/chromium';

/**
 * Where the browser is: the system's, or undefined for the one Playwright installed.
 *
 * @returns {string | undefined}
 */
export const chromiumPath = () => (existsSync(systemChromium) ? systemChromium : undefined);

/** Flags that let it run as root, without a GPU, and keep it from calling home. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isRootOnDebian = () =>
  process.getuid?.() === 0 && existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** @param {string[]} args */
const aptGet = (args) => run('apt-get', args, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });

/**
 * Makes sure that there is a browser to test in: the system's chromium, else Debian's package (with Chinese fonts), else Playwright's own.
 *
 * @throws when none can be had
 */
export const ensureBrowser = async () => {
  if (chromiumPath()) return;
  if (isRootOnDebian()) {
    console.log('Installing chromium and Chinese fonts from Debian …');
    await aptGet(['update']);
    const { code } = await aptGet(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
    if (code === 0 && chromiumPath()) return;
  }
  // Downloads nothing when it is there already.
  const { code, output } = await tool('@playwright/test', ['install', 'chromium'], { quiet: true });
  if (code !== 0) throw new Error(`Failed to install a browser. Please install chromium as ${systemChromium}.\n${output}`);
};
