/** What a test may do with a browser, the same in Chromium and Firefox. */

import type { Browser, Page } from 'puppeteer-core';
import type { Part, ProbeScript } from './probe';
import type { Site } from './site';
import type { View } from './view';

export type { Box, Part, Probe } from './probe';
export type { View } from './view';

/** The extension's APIs, for `declare const chrome: ExtensionApi` beside scripts that run in its documents. */
export type ExtensionApi = typeof import('wxt/browser').browser;

export type BrowserName = 'chromium' | 'firefox';

/** How to start a browser. */
export interface LaunchOptions {
  browser: BrowserName;
  /** Folder of the built extension. */
  extension: string;
  /** The stand-in site; without it the browser uses the network as it is. */
  site?: Site;
  headless?: boolean;
  /** Folder to keep the profile in; without it a temporary one, deleted at the end. */
  profile?: string;
  viewport?: { width: number; height: number };
  /** Folder that the browser saves downloads in, without asking. */
  downloads?: string;
  /** Optional permissions that the extension has from the start: no test can answer Chromium's own question. */
  granted?: string[];
  /** What happens in the browser before it gets the extension. */
  before?: (browser: Browser) => Promise<void>;
  /** More environment variables, or others. */
  env?: Record<string, string>;
  /** More Firefox preferences. */
  prefs?: Record<string, unknown>;
}

/** Which of the extension's marks in the page is meant: a CSS selector, or its kind and tweet. */
export type HostSelector = string | { kind: string; tweet?: string };

/** How long to wait for something, in milliseconds. */
export interface WaitOptions {
  timeout?: number;
}

/** A running browser with the extension. */
export interface HarkBrowser {
  readonly name: BrowserName;
  /** Such as "Chrome/156.0.0.0". */
  readonly version: string;
  readonly puppeteer: Browser;
  readonly extensionId: string;

  /** Opens a tab in front, at the address if one is given. */
  newPage(url?: string): Promise<Page>;
  /** Address of a file of the extension. */
  extensionUrl(path: string): string;
  /** Opens a page of the extension in a tab. */
  openExtensionPage(path: string, options?: { background?: boolean }): Promise<View>;
  /** Runs a function with the extension's own rights (its APIs and database) in a quiet page of the extension. */
  inExtension<A extends unknown[], R>(script: ((...args: A) => R) | string, ...args: A): Promise<Awaited<R>>;

  /** Runs a function in the service worker (Chromium) or event page (Firefox), starting it if it is stopped. */
  inWorker<A extends unknown[], R>(script: ((...args: A) => R) | string, ...args: A): Promise<Awaited<R>>;
  /** Stops the worker, as the browser does when it is idle. */
  killWorker(): Promise<void>;
  workerRunning(): Promise<boolean>;

  /** Number of the extension's hosts in the page that fit. */
  countHosts(page: Page, host: HostSelector): Promise<number>;
  /** Runs a function inside the closed shadow root of a host; waits for the host to be there. */
  inHost<A extends unknown[], R>(
    page: Page,
    host: HostSelector,
    script: ProbeScript<A, R>,
    ...args: A
  ): Promise<Awaited<R>>;
  /** Describes what is inside a host: text, accessible names, attributes, boxes. */
  inspectHost(page: Page, host: HostSelector, inner?: string): Promise<Part[]>;
  /** Waits until something inside a host fits and is visible; gives its description. */
  waitInHost(page: Page, host: HostSelector, inner: string, options?: WaitOptions): Promise<Part>;
  /** Clicks inside a host with the real mouse. */
  clickInHost(page: Page, host: HostSelector, inner?: string): Promise<void>;
  /** Moves the real mouse over something inside a host. */
  hoverInHost(page: Page, host: HostSelector, inner?: string): Promise<void>;

  /** Opens the real side panel (Chromium) or sidebar (Firefox) without a click in the page; gives what is in it. */
  openPanel(page: Page): Promise<View>;
  /** Waits for the side panel or sidebar to be open; gives what is in it. */
  panel(options?: WaitOptions): Promise<View>;
  panelIsOpen(): Promise<boolean>;
  closePanel(): Promise<void>;
  /** Makes the open panel so many pixels wide; browsers let people drag it from about 320 to 600. */
  setPanelWidth(width: number): Promise<void>;

  /** Presses the toolbar button of the extension. */
  clickToolbarButton(page: Page): Promise<void>;
  /** Text on the toolbar button's badge for the tab in front, or without a tab of its own. */
  badgeText(): Promise<string>;
  /** Opens the browser's context menu at a point of the page and picks an entry of the extension by its title. */
  pickContextMenu(page: Page, at: { x: number; y: number }, title: string): Promise<void>;
  /** Presses a keyboard command for real, such as `Alt+Shift+H`. False where this browser cannot be made to. */
  pressCommand(page: Page, keys: string): Promise<boolean>;

  /** Picture of the page with panel and browser frame where the browser can draw it (Firefox), else of the page. */
  windowScreenshot(page: Page, path: string): Promise<void>;

  /** Lets every page and the panel believe in a colour scheme and motion preference, until reset() or `{}`. */
  emulate(media: { scheme?: 'light' | 'dark'; reducedMotion?: boolean }): Promise<void>;

  /** Closes every tab and panel, stops the worker and empties the extension's databases and storage. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Writes a host as a CSS selector. */
export function hostSelector(host: HostSelector): string {
  if (typeof host === 'string') return host;
  const tweet = host.tweet ? `[data-tweet="${host.tweet}"]` : '';
  return `[data-hark="${host.kind}"]${tweet}`;
}
