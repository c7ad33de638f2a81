import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { build } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page that can be asked questions without a browser. */
export interface Source {
  name: string;
  document: Document;
}

/** Parses a page or a part of one. */
export function parse(name: string, html: string): Source {
  // React writes some names as it spells them; a browser would not care, linkedom does.
  const lowered = html.replace(/ (dateTime|contentEditable)=/g, (name) => name.toLowerCase());
  const whole = /<body/i.test(lowered) ? lowered : `<html><body>${lowered}</body></html>`;
  return { name, document: parseHTML(whole).document as unknown as Document };
}

/** The practice page's components as plain pages. Built with its own configuration, so that components and Draft.js share one React 18. */
export async function renderPractice(folder: string): Promise<Source[]> {
  await build({
    configFile: here('../vite.config.ts'),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: here('./static.tsx'), outDir: folder, emptyOutDir: true, minify: false },
  });
  const { renderKinds } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'static.js')).href)) as {
    renderKinds: () => Record<string, string>;
  };
  return Object.entries(renderKinds()).map(([name, html]) => parse(name, html));
}
