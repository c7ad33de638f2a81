import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';

/** Both names of the site and both layouts: the move of 2024 broke extensions that declared only one. */
export const X_MATCHES = [
  'https://x.com/*',
  'https://twitter.com/*',
  'https://mobile.x.com/*',
  'https://mobile.twitter.com/*',
];

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({ plugins: [tailwindcss()], build: { sourcemap: false } }),
  manifest: ({ browser }) => ({
    name: 'Hark',
    description: 'Customer care inside Twitter/X: which tweets need you, the case beside them, and nothing forgotten.',
    permissions: ['storage', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    action: { default_title: 'Hark: open the case panel', default_area: 'navbar' },
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
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
          sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Hark', open_at_install: false },
        }
      : { minimum_chrome_version: '125' }),
  }),
});
