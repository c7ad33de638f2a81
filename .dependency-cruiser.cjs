/** The house rules: imports point one way, entrypoints → components → lib, and never in circles. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'lib-is-the-ground-floor',
      comment: 'lib knows neither components nor entrypoints.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(components|entrypoints)/' },
    },
    {
      name: 'components-only-present',
      comment: 'Components get what they show: no database, no browser.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(entrypoints/|lib/desk/local|lib/desk/database|lib/tabs|lib/messaging|lib/browser/|node_modules/(dexie|wxt|@wxt-dev))',
      },
    },
    {
      name: 'page-carries-no-framework',
      comment: 'What runs in every page on X stays small: no React, no database, no validator.',
      severity: 'error',
      from: { path: '^(entrypoints/x(\\.content|-more)/|lib/x/|lib/overlay/)' },
      to: {
        path: '(node_modules/(react|react-dom|dexie|zod)/|^lib/(desk|schema|settings|tabs)|^components/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-one-room-knows-x',
      comment: 'The overlay draws where lib/x says; it finds nothing by itself.',
      severity: 'error',
      from: { path: '^(components/|lib/(?!x/)|entrypoints/(?!x(\\.content|-more)/))' },
      to: { path: '^lib/x/selector' },
    },
    {
      name: 'tests-stay-out',
      severity: 'error',
      from: { pathNot: '\\.(test|soak)\\.ts$' },
      to: { path: '(\\.(test|soak)\\.ts$|^e2e/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '(\\.wxt|\\.output)' },
  },
};
