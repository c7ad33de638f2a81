/** Chromium, Chrome or Edge with the extension, over the debugging pipe. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type KeyInput, type Page, type Target } from 'puppeteer-core';
import type { ExtensionApi, HarkBrowser, LaunchOptions, View } from './browser';
import { requireBrowser } from './find-browser';
import { hostMethods } from './hosts';
import { badgeText, wipe } from './in-extension';
import { splitKeys } from './keys';
import { declareScript } from './probe';
import { DocumentView } from './view';
import { poll } from './waiting';

declare const chrome: ExtensionApi;

const WAIT_MS = 10_000;
const PROTOCOL_MS = 60_000;

/** What a browser would otherwise fetch on its own: a test that counts requests must not count those. */
const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--allow-browser-signin=false',
  '--no-first-run',
  '--no-pings',
  '--no-default-browser-check',
  '--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider,CertificateTransparencyComponentUpdater',
];

/** A page of the extension in a tab or in the side panel. */
class ChromiumView extends DocumentView {
  constructor(readonly page: Page) {
    super();
  }

  protected async call(declaration: string, args: (string | null)[]): Promise<string> {
    const list = args.map((value) => JSON.stringify(value)).join(', ');
    return String(await this.page.evaluate(`(${declaration})(${list})`));
  }

  protected async mouse(x: number, y: number, click: boolean): Promise<void> {
    await this.page.mouse.move(x, y);
    if (click) await this.page.mouse.click(x, y);
  }

  protected async typeText(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(keys: string): Promise<void> {
    await pressKeys(this.page, keys);
  }

  async screenshot(path?: string): Promise<Uint8Array> {
    const picture = await this.page.screenshot();
    if (path) await writeFile(path, picture);
    return picture;
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async close(): Promise<void> {
    // A side panel is no tab: only its own document can close it.
    await this.page.evaluate(() => window.close()).catch(() => undefined);
    if (!this.page.isClosed()) await this.page.close().catch(() => undefined);
  }
}

async function pressKeys(page: Page, keys: string): Promise<void> {
  const { modifiers, key } = splitKeys(keys);
  for (const modifier of modifiers) await page.keyboard.down(modifier as KeyInput);
  await page.keyboard.press(key as KeyInput);
  for (const modifier of modifiers.reverse()) await page.keyboard.up(modifier as KeyInput);
}

/** Starts Chromium with the extension. */
export async function launchChromium(options: LaunchOptions & { profile: string }): Promise<HarkBrowser> {
  const size = options.viewport ?? { width: 1280, height: 900 };
  const proxy = options.site?.proxy;
  if (options.downloads) await saveDownloadsIn(options.downloads, options.profile);
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: requireBrowser('chromium'),
    headless: options.headless ?? true,
    // Branded Chrome refuses --load-extension; over the pipe every Chromium loads an unpacked folder.
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    protocolTimeout: PROTOCOL_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...process.env, ...options.env },
    userDataDir: options.profile,
    // For someone at the screen it is an everyday browser; "controlled by automated software" would be in the way.
    ignoreDefaultArgs: options.headless === false ? ['--enable-automation'] : [],
    args: [
      ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu'] : []),
      ...QUIET_FLAGS,
      `--window-size=${size.width},${size.height}`,
      ...(proxy
        ? [
            `--proxy-server=http://${proxy.host}:${proxy.port}`,
            '--proxy-bypass-list=<-loopback>',
            // Trusted, not ignored: Chromium caches nothing of a site whose certificate is in error.
            `--ignore-certificate-errors-spki-list=${options.site?.keyHash}`,
          ]
        : []),
    ],
  });
  try {
    await options.before?.(browser);
    return await drive(browser, await browser.installExtension(options.extension), size);
  } catch (error) {
    await browser.close().catch(() => undefined);
    throw error;
  }
}

/** The protocol's own way would put an extension's downloads beside each other, whatever folder they name. */
async function saveDownloadsIn(folder: string, profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { download: { default_directory: folder, prompt_for_download: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

async function drive(
  browser: Browser,
  extensionId: string,
  size: { width: number; height: number },
): Promise<HarkBrowser> {
  const base = `chrome-extension://${extensionId}/`;
  const extensionUrl = (path: string) => base + path.replace(/^\//, '');
  const whole = await browser.target().createCDPSession();
  const sessions = new WeakMap<Page, CDPSession>();
  /** Tabs that show a page of the extension, to tell them from the side panel. */
  const tabs = new Set<Target>();
  let media: { name: string; value: string }[] = [];

  async function sessionOf(page: Page): Promise<CDPSession> {
    const known = sessions.get(page);
    if (known) return known;
    const session = await page.createCDPSession();
    sessions.set(page, session);
    return session;
  }

  async function openTab(path: string, background: boolean): Promise<ChromiumView> {
    const front = background ? await pageInFront(browser) : undefined;
    const page = await browser.newPage({ background });
    tabs.add(page.target());
    if (media.length > 0) await page.emulateMediaFeatures(media);
    await page.goto(extensionUrl(path));
    // Chromium shows a tab all the same that it was told to open in the background.
    await front?.bringToFront();
    return new ChromiumView(page);
  }

  let quietTab: Promise<ChromiumView> | undefined;
  /** The extension's manifest as a document: it has the extension's rights and runs nothing by itself. */
  function quiet(): Promise<ChromiumView> {
    quietTab ??= openTab('manifest.json', true).catch((error: unknown) => {
      quietTab = undefined;
      throw error;
    });
    return quietTab;
  }

  const workerTarget = () =>
    browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(base));
  const panelTarget = () =>
    browser.targets().find((target) => target.url().startsWith(extensionUrl('sidepanel.html')) && !tabs.has(target));

  async function startWorker(): Promise<void> {
    if (await idOfWorker()) return;
    const session = await sessionOf((await quiet()).page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: base });
  }

  /** Reaches the worker, starting it if it is stopped. Whoever asks lets go of it: a debugger keeps a worker running. */
  async function attachToWorker(): Promise<CDPSession> {
    const session = await poll(
      async () => {
        await startWorker();
        return workerTarget()?.createCDPSession();
      },
      WAIT_MS,
      async () => 'The service worker cannot be reached.',
    );
    if (!session) throw new Error('The service worker cannot be reached.');
    return session;
  }

  async function killWorker(): Promise<void> {
    const first = await idOfWorker();
    if (!first) return;
    await poll(
      async () => {
        // A page may have woken another one already.
        if ((await idOfWorker()) !== first) return true;
        // A worker that is just starting does not hear it: ask until it is gone.
        await whole.send('Target.closeTarget', { targetId: first }).catch(() => undefined);
        return (await idOfWorker()) !== first;
      },
      WAIT_MS,
      async () => 'The service worker is still running.',
    );
  }

  /** The browser's own name of the running worker. */
  async function idOfWorker(): Promise<string | undefined> {
    const { targetInfos } = await whole.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(base))?.targetId;
  }

  async function panel({ timeout = WAIT_MS } = {}): Promise<View> {
    const target = await browser
      .waitForTarget((candidate) => candidate === panelTarget(), { timeout })
      .catch(() => {
        throw new Error(`The side panel did not open within ${timeout} ms.`);
      });
    const page = await target.asPage();
    if (media.length > 0) await page.emulateMediaFeatures(media);
    const view = new ChromiumView(page);
    await view.waitUntil(() => document.readyState === 'complete');
    return view;
  }

  async function closePanel(): Promise<void> {
    const target = panelTarget();
    if (!target) return;
    await new ChromiumView(await target.asPage()).close();
    await poll(
      async () => !panelTarget(),
      WAIT_MS,
      async () => 'The side panel is still open.',
    );
  }

  const harness: HarkBrowser = {
    name: 'chromium',
    version: await browser.version(),
    puppeteer: browser,
    extensionId,
    extensionUrl,
    ...hostMethods(async (page, host, declaration, json) => {
      const session = await sessionOf(page);
      const { result } = await session.send('Runtime.evaluate', {
        expression: `document.querySelector(${JSON.stringify(host)})`,
      });
      if (!result.objectId) return undefined;
      const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
      const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
      if (!backendNodeId) return undefined;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      if (!object.objectId) return undefined;
      const answer = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `async function (json) { return (${declaration})(this, json); }`,
        arguments: [{ value: json }],
        awaitPromise: true,
        returnByValue: true,
      });
      if (answer.exceptionDetails) {
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      }
      return String(answer.result.value);
    }),

    async newPage(url) {
      const page = await browser.newPage();
      if (media.length > 0) await page.emulateMediaFeatures(media);
      if (url) await page.goto(url);
      return page;
    },
    openExtensionPage: (path, { background = false } = {}) => openTab(path, background),
    inExtension: (script, ...args) => quiet().then((view) => view.evaluate(script, ...args)),

    async inWorker(script, ...args) {
      const session = await attachToWorker();
      try {
        const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
          expression: `(${declareScript(script)})(${JSON.stringify(JSON.stringify(args))})`,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return JSON.parse(String(result.value));
      } finally {
        await session.detach().catch(() => undefined);
      }
    },
    killWorker,
    workerRunning: async () => (await idOfWorker()) !== undefined,

    async openPanel(page) {
      await page.bringToFront();
      // Puppeteer evaluates with a user gesture, which is what the browser asks for here.
      await (await quiet()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        await chrome.sidePanel.open({ windowId: tab?.windowId ?? chrome.windows.WINDOW_ID_CURRENT });
      });
      return panel();
    },
    panel,
    panelIsOpen: async () => panelTarget() !== undefined,
    closePanel,
    async setPanelWidth(width) {
      const page = await panelTarget()?.asPage();
      if (!page) throw new Error('The side panel is not open.');
      // The edge of the real panel cannot be dragged from here; the document is laid out as if it had been.
      const height = await page.evaluate(() => innerHeight);
      await page.setViewport({ width, height });
    },

    async clickToolbarButton(page) {
      await page.bringToFront();
      const extension = (await browser.extensions()).get(extensionId);
      if (!extension) throw new Error('Chromium does not list the extension.');
      await page.triggerExtensionAction(extension);
    },
    badgeText: async () => badgeText(await quiet()),
    async pickContextMenu() {
      throw new Error("Chromium's context menu is drawn outside of what a test can reach.");
    },
    async pressCommand(page, keys) {
      await page.bringToFront();
      await pressKeys(page, keys);
      return false;
    },
    async windowScreenshot(page, path) {
      // A hidden tab draws nothing, and its picture never comes.
      await page.bringToFront();
      const target = panelTarget();
      const pictures = [await page.screenshot({ encoding: 'base64' })];
      if (target) pictures.push(await (await target.asPage()).screenshot({ encoding: 'base64' }));
      await writeFile(path, Buffer.from(await sideBySide(await quiet(), pictures), 'base64'));
    },
    async emulate({ scheme, reducedMotion }) {
      media = [
        ...(scheme ? [{ name: 'prefers-color-scheme', value: scheme }] : []),
        ...(reducedMotion === undefined
          ? []
          : [{ name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' }]),
      ];
      const pages = await browser.pages();
      const side = await panelTarget()?.asPage();
      for (const page of side ? [...pages, side] : pages) await page.emulateMediaFeatures(media);
    },

    async reset() {
      media = [];
      await closePanel();
      const kept = (await quiet()).page;
      for (const page of await browser.pages()) {
        if (page === kept) continue;
        tabs.delete(page.target());
        await page.close();
      }
      await killWorker();
      await wipe(await quiet());
      // Some event may have woken it meanwhile: its connection to the deleted database is dead.
      await killWorker();
      await whole.send('Storage.clearCookies');
      await (await sessionOf((await quiet()).page)).send('Storage.clearDataForOrigin', {
        origin: 'https://x.com',
        storageTypes: 'all',
      });
      await startWorker();
    },
    async close() {
      await browser.close();
    },
  };
  await fitWindow(browser, whole, size);
  return harness;
}

/** Gives the tab that is to be seen, if any. */
async function pageInFront(browser: Browser): Promise<Page | undefined> {
  for (const page of await browser.pages()) {
    if ((await page.evaluate(() => document.visibilityState)) === 'visible') return page;
  }
  return undefined;
}

/** Makes the window so large that a page in it has the wanted size. */
async function fitWindow(browser: Browser, whole: CDPSession, size: { width: number; height: number }): Promise<void> {
  const page = (await browser.pages())[0];
  if (!page) return;
  const inner = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const { targetInfos } = await whole.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'page' && url === page.url());
  if (!target) return;
  const { windowId, bounds } = await whole.send('Browser.getWindowForTarget', { targetId: target.targetId });
  await whole.send('Browser.setWindowBounds', {
    windowId,
    bounds: {
      width: (bounds.width ?? size.width) + size.width - inner.width,
      height: (bounds.height ?? size.height) + size.height - inner.height,
    },
  });
}

/** Joins pictures into one, as the browser shows page and panel. */
function sideBySide(view: View, pictures: string[]): Promise<string> {
  return view.evaluate(async (sources) => {
    // Not an <img>: those are not decoded in a tab in the background.
    const images = await Promise.all(
      sources.map((source) => {
        const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
        return createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      }),
    );
    const canvas = document.createElement('canvas');
    canvas.width = images.reduce((sum, image) => sum + image.width, 0);
    canvas.height = Math.max(...images.map((image) => image.height));
    const context = canvas.getContext('2d');
    let left = 0;
    for (const image of images) {
      context?.drawImage(image, left, 0);
      // The panel's document is lower than the page's: its last line goes on below it.
      const { width, height } = image;
      context?.drawImage(image, 0, height - 1, width, 1, left, height, width, canvas.height - height);
      left += image.width;
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, pictures);
}
