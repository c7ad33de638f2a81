/**
 * Firefox with the extension, over WebDriver BiDi. Its sidebar and event page are no tabs and BiDi does not list
 * them; scripts with the browser's own rights ("chrome scope") name them, and then BiDi drives them like any tab.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { HarkBrowser, LaunchOptions, View } from './browser';
import { requireBrowser } from './find-browser';
import { hostMethods } from './hosts';
import { badgeText, wipe } from './in-extension';
import { splitKeys } from './keys';
import { declareScript } from './probe';
import { DocumentView } from './view';
import { poll } from './waiting';

const WAIT_MS = 10_000;
const PROTOCOL_MS = 60_000;

/** Firefox gives an extension a new random address at each install; a fixed one lets tests name its pages. */
const EXTENSION_UUID = '5d6f4c1e-0f3b-4d6a-9d43-7b1c6a20e8f1';

/** What Firefox would otherwise fetch on its own: a test that counts requests must not count those. */
const QUIET_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.contentblocking.features.strict': '',
  'browser.discovery.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.system.topsites': false,
  'browser.ping-centre.telemetry': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.topsites.contile.enabled': false,
  'browser.translations.enable': false,
  'browser.urlbar.suggest.searches': false,
  'captivedetect.canonicalURL': '',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.provider.network.url': '',
  'media.gmp-manager.updateEnabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'nimbus.rollouts.enabled': false,
  // Not a web address: the settings service then gives up at once.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.autofillForms': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
};

/** A value as BiDi sends it; the harness passes JSON text, so that strings and nodes are enough. */
interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

type ScriptAnswer =
  | { type: 'success'; result: RemoteValue }
  | { type: 'exception'; exceptionDetails: { text: string; stackTrace?: unknown } };

interface ContextInfo {
  context: string;
  url: string;
}

/** Sends a raw BiDi command. */
type Send = <R>(method: string, params: Record<string, unknown>) => Promise<R>;

/** Puppeteer's keys for the names that people use; anything of one letter is itself. */
const KEYS: Record<string, string> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

/** Runs a function declaration in a context and gives its result as text. */
async function callFunction(
  send: Send,
  target: { context: string; sandbox?: string },
  declaration: string,
  args: RemoteValue[],
): Promise<string> {
  const answer = await send<ScriptAnswer>('script.callFunction', {
    functionDeclaration: declaration,
    arguments: args,
    awaitPromise: true,
    target,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return String(answer.result.value);
}

/** A tab, the sidebar or the event page. */
class FirefoxView extends DocumentView {
  constructor(
    private readonly send: Send,
    readonly context: string,
    private readonly shut: () => Promise<void>,
    /** Gives the document the focus, as a person's click does; a tab in front has it. */
    private readonly takeFocus: () => Promise<void> = async () => undefined,
  ) {
    super();
  }

  protected call(declaration: string, args: (string | null)[]): Promise<string> {
    const list = args.map((value): RemoteValue => (value === null ? { type: 'null' } : { type: 'string', value }));
    return callFunction(this.send, { context: this.context }, declaration, list);
  }

  protected async mouse(x: number, y: number, click: boolean): Promise<void> {
    if (click) await this.takeFocus();
    const at = { x: Math.round(x), y: Math.round(y) };
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [{ type: 'pointerMove', ...at }, ...(click ? press : [])],
    });
  }

  protected async typeText(text: string): Promise<void> {
    await this.takeFocus();
    await this.act({
      type: 'key',
      id: 'keyboard',
      actions: [...text].flatMap((letter) => {
        const value = letter === '\n' ? KEYS.Enter : letter;
        return [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ];
      }),
    });
  }

  async press(keys: string): Promise<void> {
    await this.takeFocus();
    const { modifiers, key } = splitKeys(keys);
    const chain = [...modifiers, key].map((name) => KEYS[name] ?? name);
    await this.act({
      type: 'key',
      id: 'keyboard',
      actions: [
        ...chain.map((value) => ({ type: 'keyDown', value })),
        ...chain.reverse().map((value) => ({ type: 'keyUp', value })),
      ],
    });
  }

  async screenshot(path?: string): Promise<Uint8Array> {
    const { data } = await this.send<{ data: string }>('browsingContext.captureScreenshot', { context: this.context });
    const picture = Buffer.from(data, 'base64');
    if (path) await writeFile(path, picture);
    return picture;
  }

  async reload(): Promise<void> {
    // Waiting for the load event of an extension page never ends: the reply gets lost with the old document.
    await this.evaluate(() => {
      Object.assign(globalThis, { harkOldDocument: true });
      setTimeout(() => location.reload());
    });
    await this.waitUntil(() => !('harkOldDocument' in globalThis) && document.readyState === 'complete');
  }

  close(): Promise<void> {
    return this.shut();
  }

  private async act(source: Record<string, unknown>): Promise<void> {
    await this.send('input.performActions', { context: this.context, actions: [source] });
  }
}

/** Starts Firefox with the extension. */
export async function launchFirefox(options: LaunchOptions & { profile: string }): Promise<HarkBrowser> {
  const size = options.viewport ?? { width: 1280, height: 900 };
  const extensionId = await readExtensionId(options.extension);
  const proxy = options.site?.proxy;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless: options.headless ?? true,
    acceptInsecureCerts: proxy !== undefined,
    defaultViewport: null,
    protocolTimeout: PROTOCOL_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // A release build listens to its preference for the settings server only with this.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...options.env },
    userDataDir: options.profile,
    args: ['--remote-allow-system-access', `--width=${size.width}`, `--height=${size.height}`],
    extraPrefsFirefox: {
      ...QUIET_PREFERENCES,
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_UUID }),
      // An extension installed for a session would lose its data with it, and with that a kept profile its use.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextOptionalPermissionPrompts': false,
      // The JSON viewer replaces the document that the quiet page needs.
      'devtools.jsonview.enabled': false,
      ...(proxy
        ? {
            'network.proxy.type': 1,
            'network.proxy.http': proxy.host,
            'network.proxy.http_port': proxy.port,
            'network.proxy.ssl': proxy.host,
            'network.proxy.ssl_port': proxy.port,
            'network.proxy.no_proxies_on': '',
            'network.proxy.allow_hijacking_localhost': true,
          }
        : {}),
      ...(options.downloads
        ? {
            'browser.download.folderList': 2,
            'browser.download.dir': options.downloads,
            'browser.download.alwaysOpenPanel': false,
          }
        : {}),
      ...options.prefs,
    },
  });
  try {
    await options.before?.(browser);
    await browser.installExtension(options.extension);
    return await drive(browser, extensionId, size);
  } catch (error) {
    await browser.close().catch(() => undefined);
    throw error;
  }
}

async function readExtensionId(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const settings = manifest as { browser_specific_settings?: { gecko?: { id?: string } } };
  const id = settings.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`The manifest in ${folder} names no gecko id.`);
  return id;
}

async function drive(
  browser: Browser,
  extensionId: string,
  size: { width: number; height: number },
): Promise<HarkBrowser> {
  const send = rawConnection(browser);
  const base = `moz-extension://${EXTENSION_UUID}/`;
  const extensionUrl = (path: string) => base + path.replace(/^\//, '');

  const tree = await send<{ contexts: ContextInfo[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const browserWindow = tree.contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  if (!browserWindow) throw new Error('Firefox did not give access to its own window.');

  /** Runs code with the browser's own rights; `id` is the extension's. The code is the body of an async function. */
  async function privileged<R>(body: string, ...args: unknown[]): Promise<R> {
    const declaration = `async (json) => {
      const [id, ...args] = JSON.parse(json);
      const policy = WebExtensionPolicy.getByID(id);
      const extension = policy.extension;
      const result = await (async () => { ${body} })();
      return JSON.stringify(result) ?? 'null';
    }`;
    const json = JSON.stringify([extensionId, ...args]);
    return JSON.parse(
      await callFunction(send, { context: browserWindow ?? '' }, declaration, [{ type: 'string', value: json }]),
    );
  }

  // BiDi finds a context by its <browser> element and looks at tabs only; let it look at the extension's own as well.
  await privileged(`
    const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    const findTab = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.getBrowserById = (wanted) => {
      const tab = findTab(wanted);
      if (tab) return tab;
      for (const view of policy.extension?.views ?? []) {
        const element = view.xulBrowser;
        if (element && NavigableManager.getIdForBrowser(element) === wanted) return element;
      }
      return null;
    };
  `);

  /** Gives BiDi's name of the sidebar's or event page's document, if there is one. */
  function contextOf(viewType: 'sidebar' | 'background'): Promise<string | null> {
    return privileged<string | null>(
      `
      const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      const view = [...extension.views].find((view) => view.viewType === args[0] && view.xulBrowser && !view.unloaded);
      if (!view) return null;
      view.xulBrowser.permanentKey ??= {};
      return NavigableManager.getIdForBrowser(view.xulBrowser);
      `,
      viewType,
    );
  }

  async function openTab(path: string, background: boolean): Promise<FirefoxView> {
    const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab', background });
    await send('browsingContext.navigate', { context, url: extensionUrl(path), wait: 'none' });
    const view = new FirefoxView(send, context, async () => {
      await send('browsingContext.close', { context });
    });
    const wanted = extensionUrl(path);
    await poll(
      () =>
        view.evaluate(
          (url) => location.href.startsWith(url.replace(/[?#].*$/, '')) && document.readyState === 'complete',
          wanted,
        ),
      WAIT_MS,
      async () => `The page ${wanted} did not load.`,
    );
    // Else the focus may still be in the address bar or the sidebar.
    if (!background) await privileged('gBrowser.selectedBrowser.focus();');
    return view;
  }

  let quietTab: Promise<FirefoxView> | undefined;
  /** The extension's manifest as a document: it has the extension's rights and runs nothing by itself. */
  function quiet(): Promise<FirefoxView> {
    quietTab ??= openTab('manifest.json', true).catch((error: unknown) => {
      quietTab = undefined;
      throw error;
    });
    return quietTab;
  }

  const isOpen = () =>
    privileged<boolean>(
      'return SidebarController.isOpen && [...extension.views].some((view) => view.viewType === "sidebar");',
    );
  const closePanel = () => privileged<void>('SidebarController.hide();');
  // BiDi hands its clicks and keys to the document directly: the window never learns that it has the focus now.
  const focusPanel = () =>
    privileged<void>('[...extension.views].find((view) => view.viewType === "sidebar")?.xulBrowser?.focus();');

  async function panel({ timeout = WAIT_MS } = {}): Promise<View> {
    const context = await poll(
      async () => ((await isOpen()) ? contextOf('sidebar') : null),
      timeout,
      async () => 'The sidebar did not open.',
    );
    const view = new FirefoxView(send, context ?? '', closePanel, focusPanel);
    await view.waitUntil(() => document.readyState === 'complete' && location.protocol === 'moz-extension:');
    return view;
  }

  const contextOfPage = (page: Page): string => {
    const frame: unknown = page.mainFrame();
    return (frame as { _id: string })._id;
  };

  const harness: HarkBrowser = {
    name: 'firefox',
    version: await browser.version(),
    puppeteer: browser,
    extensionId,
    extensionUrl,
    ...hostMethods(async (page, host, declaration, json) => {
      // A sandbox keeps the page from seeing the tests; BiDi shows closed shadow roots when asked to.
      const target = { context: contextOfPage(page), sandbox: 'hark-tests' };
      const found = await send<ScriptAnswer>('script.callFunction', {
        functionDeclaration: '(selector) => document.querySelector(selector)',
        arguments: [{ type: 'string', value: host }],
        awaitPromise: false,
        target,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      });
      if (found.type === 'exception') throw new Error(found.exceptionDetails.text);
      const node = found.result.value as { shadowRoot?: { sharedId?: string } | null } | undefined;
      const sharedId = node?.shadowRoot?.sharedId;
      if (!sharedId) return undefined;
      return callFunction(send, target, declaration, [
        { type: 'node', sharedId },
        { type: 'string', value: json },
      ]);
    }),

    async newPage(url) {
      const page = await browser.newPage();
      if (url) await page.goto(url);
      return page;
    },
    openExtensionPage: (path, { background = false } = {}) => openTab(path, background),
    inExtension: (script, ...args) => quiet().then((view) => view.evaluate(script, ...args)),

    async inWorker(script, ...args) {
      await privileged('await extension.wakeupBackground?.();');
      const context = await poll(
        () => contextOf('background'),
        WAIT_MS,
        async () => 'The event page did not start.',
      );
      const json = JSON.stringify(args);
      return JSON.parse(
        await callFunction(send, { context: context ?? '' }, declareScript(script), [{ type: 'string', value: json }]),
      );
    },
    async killWorker() {
      // Scripts and answers that are still on their way would keep it alive; a browser under pressure does not ask.
      const whateverRuns = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
      await privileged(`await extension.terminateBackground(${whateverRuns});`);
    },
    workerRunning: () => privileged<boolean>('return extension.backgroundState === "running";'),

    async openPanel(page) {
      await page.bringToFront();
      await privileged(`
        const entries = [...SidebarController.sidebars];
        const [key] = entries.find(([, sidebar]) => sidebar.extensionId === id);
        await SidebarController.show(key);
      `);
      return panel();
    },
    panel,
    panelIsOpen: isOpen,
    closePanel,
    setPanelWidth: (width) =>
      privileged<void>(`document.getElementById('sidebar-box').style.width = args[0] + 'px';`, width),

    async clickToolbarButton(page) {
      await page.bringToFront();
      await privileged(`
        const item = document.querySelector('[data-extensionid="' + id + '"]');
        const button = item.querySelector('.unified-extensions-item-action-button') ?? item;
        const { x, y, width, height } = button.getBoundingClientRect();
        for (const type of ['mousemove', 'mousedown', 'mouseup']) {
          window.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 });
        }
      `);
    },
    badgeText: async () => badgeText(await quiet()),
    async pickContextMenu(page, at, title) {
      await page.bringToFront();
      await page.mouse.click(at.x, at.y, { button: 'right' });
      await poll(
        () =>
          privileged<boolean>(
            `
            const menu = document.getElementById('contentAreaContextMenu');
            if (menu.state !== 'open') return false;
            const entry = [...menu.querySelectorAll('menuitem')].find((entry) => entry.label === args[0]);
            if (!entry) return false;
            // An entry in a submenu can only be pressed once that is open.
            const parent = entry.closest('menu');
            if (parent && parent.menupopup.state !== 'open') { parent.openMenu(true); return false; }
            (parent ? parent.menupopup : menu).activateItem(entry);
            return true;
            `,
            title,
          ),
        WAIT_MS,
        async () => `The context menu shows no "${title}".`,
      );
    },
    async pressCommand(page, keys) {
      await page.bringToFront();
      const { modifiers, key } = splitKeys(keys);
      await privileged(
        `
        const tools = { window, parent: window, navigator: window.navigator, KeyboardEvent: window.KeyboardEvent };
        Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', tools);
        const [key, modifiers] = args;
        // From the page, a made-up key would stop in the page's own process; from the address bar it goes all the way.
        gURLBar.focus();
        // The browser compares with the letter as Shift makes it.
        const letter = key.length === 1 && modifiers.includes('Shift') ? key.toUpperCase() : key;
        tools.synthesizeKey(letter, {
          altKey: modifiers.includes('Alt'),
          shiftKey: modifiers.includes('Shift'),
          ctrlKey: modifiers.includes('Control'),
          metaKey: modifiers.includes('Meta'),
        }, window);
        `,
        key,
        modifiers,
      );
      return true;
    },
    async windowScreenshot(page, path) {
      await page.bringToFront();
      const picture = await privileged<string>(`
        // The sidebar slides in.
        await new Promise((resolve) => setTimeout(resolve, 400));
        const bitmap = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL('image/png').split(',')[1];
      `);
      await writeFile(path, Buffer.from(picture, 'base64'));
    },
    async emulate({ scheme, reducedMotion }) {
      await privileged(
        `
        const [scheme, reducedMotion] = args;
        const set = (name, value) => value === null ? Services.prefs.clearUserPref(name) : Services.prefs.setIntPref(name, value);
        set('ui.systemUsesDarkTheme', scheme === null ? null : Number(scheme === 'dark'));
        set('ui.prefersReducedMotion', reducedMotion === null ? null : Number(reducedMotion));
        `,
        scheme ?? null,
        reducedMotion ?? null,
      );
    },

    async reset() {
      await harness.emulate({});
      await closePanel();
      const kept = (await quiet()).context;
      const { contexts } = await send<{ contexts: ContextInfo[] }>('browsingContext.getTree', {});
      for (const { context } of contexts) {
        if (context !== kept) await send('browsingContext.close', { context });
      }
      await harness.killWorker();
      await wipe(await quiet());
      // Some event may have woken it meanwhile: its connection to the deleted database is dead.
      await harness.killWorker();
      await privileged(`
        const { CLEAR_DOM_STORAGES, CLEAR_COOKIES } = Ci.nsIClearDataService;
        await new Promise((resolve) => {
          const done = { onDataDeleted: resolve };
          Services.clearData.deleteDataFromSite('x.com', {}, false, CLEAR_DOM_STORAGES | CLEAR_COOKIES, done);
        });
        await extension.wakeupBackground?.();
      `);
    },
    async close() {
      await browser.close();
    },
  };
  await privileged(
    `
    const content = gBrowser.selectedBrowser.getBoundingClientRect();
    window.resizeBy(args[0] - content.width, args[1] - content.height);
    `,
    size.width,
    size.height,
  );
  return harness;
}

/** Reaches the BiDi connection below puppeteer, which has no method for raw commands. */
function rawConnection(browser: Browser): Send {
  const inner: unknown = browser;
  const { connection } = inner as {
    connection: { send(method: string, params: Record<string, unknown>): Promise<{ result: unknown }> };
  };
  return async <R>(method: string, params: Record<string, unknown>) =>
    (await connection.send(method, params)).result as R;
}
