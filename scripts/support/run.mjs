/** Running other programs from the scripts of this repository. Plain JavaScript, no packages. */
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const running = new Set();

/** Collected output has no colours unless it ends on a screen. */
const plain = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => process.exit(code));
}
process.on('exit', () => {
  for (const child of running) stopAll(child);
});

/** Ends a program and everything it started. */
function stopAll(child, signal = 'SIGTERM') {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    // A group of its own, see run().
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, timeout?: number, cwd?: string }} [options]
 *   show: print its output as it comes instead of collecting it; timeout in milliseconds.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = {}, show = false, timeout = 0, cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...plain, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    });
    running.add(child);
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    const alarm = timeout
      ? setTimeout(() => {
          output += `\nStopped: it took longer than ${Math.round(timeout / 1000)} s.\n`;
          stopAll(child);
          setTimeout(() => stopAll(child, 'SIGKILL'), 5000).unref();
        }, timeout)
      : undefined;
    const finish = (code) => {
      clearTimeout(alarm);
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** Runs a Node program of an installed package, given by its file below node_modules. */
export function runTool(file, args, options) {
  return run(process.execPath, [join(ROOT, 'node_modules', file), ...args], options);
}

/** Runs npm itself. */
export function runNpm(args) {
  // Under `npm start` and `npm test` this is npm's own file, which works on every system.
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args]) : run('npm', args);
}

/** The tools that scripts run, as files below node_modules. */
export const TOOLS = {
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  webExt: 'web-ext/bin/web-ext.js',
  wxt: 'wxt/bin/wxt.mjs',
};
