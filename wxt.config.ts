import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { X_MATCHES } from './lib/x/matches';

/** What a team lead can set by policy; see lib/policy/README.md. */
const MANAGED_SCHEMA = 'managed-schema.json';
/**
 * What pages and worker of the extension may load: their own files. No script from elsewhere, no inline style, no request
 * to any server, no frame in either direction.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Scripts that run in X's page. */
const IN_PAGE = ['x', 'x-more'];

/** Lets the second script of the page take from the first what that one offers, instead of carrying it again. */
function takeWhatIsOffered(): Plugin {
  const offer = resolve(import.meta.dirname, 'entrypoints/x.content/offer.ts');
  const imports = readFileSync(offer, 'utf8').matchAll(/^import \{ ([^}]+) \} from '(\.[^']+)';$/gm);
  const offered = new Map(
    [...imports].map(([, names = '', path = '']) => [`${resolve(dirname(offer), path)}.ts`, names]),
  );
  return {
    name: 'hark:take-what-is-offered',
    enforce: 'pre',
    load(id) {
      const names = offered.get(id);
      return names && `export const { ${names} } = globalThis.hark;`;
    },
  };
}

/**
 * Leaves WXT's context out of the content script, which does not use it: the page can forge the event that ends it, and
 * every tab would carry it.
 */
function leaveOutContext(): Plugin {
  const nothing = '\0hark:no-context';
  return {
    name: 'hark:leave-out-context',
    enforce: 'pre',
    resolveId: (id) => (id === 'wxt/utils/content-script-context' ? nothing : undefined),
    load: (id) => (id === nothing ? 'export class ContentScriptContext {}' : undefined),
  };
}

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  // What tests and builds leave behind is no source.
  // The archive of sources comes from Firefox's build, which leaves out a page that Chrome alone has.
  zip: { includeSources: ['entrypoints/backup-maker/**'], excludeSources: ['artifacts/**', '**/dist/**'] },
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ name }) => IN_PAGE.includes(name))) return;
      if (entrypoints.some(({ name }) => name === 'x-more')) config.plugins?.push(takeWhatIsOffered());
      else config.plugins?.push(leaveOutContext());
      // Nothing is rewritten for browsers that cannot install Hark.
      config.build = { ...config.build, target: 'es2023' };
      // Every page on X carries the content script, and what it asks of the browser is the same in all of them: 10 kB
      // of polyfill would do nothing there.
      const alias = config.resolve?.alias;
      if (Array.isArray(alias)) {
        config.resolve = { ...config.resolve, alias: alias.filter(({ find }) => find !== 'wxt/browser') };
      } else if (alias) {
        delete (alias as Record<string, string>)['wxt/browser'];
      }
    },
    'build:publicAssets': (wxt, files) => {
      // Firefox takes policies without a schema, and would only carry the file about.
      if (wxt.config.browser !== 'firefox') return;
      const at = files.findIndex(({ relativeDest }) => relativeDest === MANAGED_SCHEMA);
      if (at >= 0) files.splice(at, 1);
    },
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.browser !== 'firefox') return;
      // WXT writes this key itself; at install the welcome opens, a sidebar beside it would be one thing too many.
      manifest.sidebar_action = {
        ...manifest.sidebar_action,
        default_title: 'Hark',
        open_at_install: false,
      } as typeof manifest.sidebar_action;
    },
  },
  vite: () => ({ plugins: [tailwindcss()], build: { sourcemap: false } }),
  manifest: ({ browser, command }) => ({
    name: 'Hark',
    description: 'Customer care inside Twitter/X: which tweets need you, the case beside them, and nothing forgotten.',
    // Chrome's worker cannot hold a file for saving: a page that nobody sees (offscreen) makes the daily backup there.
    permissions: [
      'storage',
      'contextMenus',
      'alarms',
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    // Notifications: asked for when the first follow-up is made; without it badge and panel carry what is due.
    // Downloads: asked for when the daily backup is switched on; without it a backup can be saved by hand.
    optional_permissions: ['notifications', 'downloads'],
    // The very sites of the content script: so that Hark can tell a tab of X in which its script does not run.
    host_permissions: X_MATCHES,
    // The development server has to reach its pages; it sets a policy of its own.
    ...(command === 'build' ? { content_security_policy: { extension_pages: POLICY } } : {}),
    // Firefox puts the button where it is seen; in Chrome the person has to pin it.
    action: {
      default_title: 'Hark: open the case panel',
      ...(browser === 'firefox' ? { default_area: 'navbar' } : {}),
    },
    commands: {
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: 'Open the case panel',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'hark@hark.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '125', storage: { managed_schema: MANAGED_SCHEMA } }),
  }),
});
