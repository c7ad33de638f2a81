import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import { X_MATCHES } from './lib/x/matches';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      // Every page on X carries the content script, and what it asks of the browser is the same in all of them: 10 kB
      // of polyfill would do nothing there.
      if (!entrypoints.every((entrypoint) => entrypoint.type === 'content-script')) return;
      const alias = config.resolve?.alias;
      if (Array.isArray(alias)) {
        config.resolve = { ...config.resolve, alias: alias.filter(({ find }) => find !== 'wxt/browser') };
      } else if (alias) {
        delete (alias as Record<string, string>)['wxt/browser'];
      }
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
  manifest: ({ browser }) => ({
    name: 'Hark',
    description: 'Customer care inside Twitter/X: which tweets need you, the case beside them, and nothing forgotten.',
    // Chrome's worker cannot hold a file for saving: a page that nobody sees (offscreen) makes the daily backup there.
    permissions: ['storage', 'contextMenus', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen'])],
    // Notifications: asked for when the first follow-up is made; without it badge and panel carry what is due.
    // Downloads: asked for when the daily backup is switched on; without it a backup can be saved by hand.
    optional_permissions: ['notifications', 'downloads'],
    // The very sites of the content script: so that Hark can tell a tab of X in which its script does not run.
    host_permissions: X_MATCHES,
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
      : { minimum_chrome_version: '125' }),
  }),
});
