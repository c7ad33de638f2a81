import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The repository's root has React 19; the practice page (and draft-js, which lives in the root) must see the
 * workspace's own React 18 and nothing else, so both names are pinned to this folder.
 */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  appType: 'spa',
  define: { global: 'globalThis' },
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    dedupe: ['react', 'react-dom'],
    alias: [
      { find: /^react-dom(?=\/|$)/, replacement: here('./node_modules/react-dom') },
      { find: /^react(?=\/|$)/, replacement: here('./node_modules/react') },
    ],
  },
  build: { outDir: here('./dist'), emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
});
