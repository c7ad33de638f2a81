import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const { window: page, document } = parseHTML(`
  <div id="one"><div data-testid="tweetTextarea_0" contenteditable="true"></div><button data-testid="tweetButton"></button></div>
  <div id="two"><button data-testid="tweetButtonInline"></button></div>`);

type Listener = (event: unknown) => void;
const listeners = new Map<string, Listener>();
vi.stubGlobal('window', { addEventListener: (type: string, listener: Listener) => listeners.set(type, listener) });
vi.stubGlobal('document', document);
vi.stubGlobal('Element', page.Element);

const more = { now: null as object | null, fetch: vi.fn() };
vi.mock('./more', () => ({ moreNow: () => more.now, fetchMore: () => more.fetch() }));
const who = { ofBrand: true };
vi.mock('./who', () => ({
  accountNow: () => 'LanternJune',
  isNobodysBusiness: () => false,
  isOfBrand: () => who.ofBrand,
}));
const ask = vi.fn(async () => null);
vi.mock('./worker', () => ({ ask, isConnected: () => true }));
const showToast = vi.fn();
vi.mock('../../lib/overlay/toast', () => ({ showToast }));

const { standAtTheDoor } = await import('./doorman');
standAtTheDoor();

const button = document.querySelector('#one button') as HTMLElement;
const editor = document.querySelector('#one div') as HTMLElement;
const click = vi.fn();
const otherClick = vi.fn();
button.addEventListener('click', click);
document.querySelector('#two button')?.addEventListener('click', otherClick);

/** A person's press, and whether X hears of it. */
function press(type: string, target: Element, rest: object = {}): boolean {
  let heard = true;
  const event = {
    isTrusted: true,
    repeat: false,
    target,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
    stopImmediatePropagation() {
      heard = false;
    },
    ...rest,
  };
  listeners.get(type)?.(event);
  return heard;
}
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(150);

beforeEach(() => {
  vi.useFakeTimers();
  more.now = null;
  more.fetch.mockReset();
  who.ofBrand = true;
  for (const spy of [click, otherClick, showToast, ask]) spy.mockClear();
});

describe('a press before the script that looks over posts is there', () => {
  it('waits for it, which then decides', async () => {
    const decide = vi.fn(() => true);
    more.fetch.mockResolvedValue({ decide });
    expect(press('click', button)).toBe(false);
    expect(press('click', button)).toBe(false);
    await settled();
    expect(decide.mock.calls).toEqual([[button]]);
    expect(click).not.toHaveBeenCalled();
  });

  it.each([
    ['does not come in time', () => new Promise(() => {}), 'late'],
    ['cannot be brought', () => Promise.reject(new Error('gone')), 'failed'],
  ])('goes on, once, and is said to be unchecked where it %s', async (_, fetch, why) => {
    more.fetch.mockImplementation(fetch);
    expect(press('keydown', editor, { key: 'Enter', ctrlKey: true })).toBe(false);
    expect(press('keydown', editor, { key: 'Enter', ctrlKey: true, repeat: true })).toBe(false);
    await settled();
    expect(click).toHaveBeenCalledTimes(1);
    expect(otherClick).not.toHaveBeenCalled();
    expect(showToast).toHaveBeenCalledTimes(1);
    expect(ask).toHaveBeenCalledWith('unchecked', { why });
  });

  it('goes on where it turns out to be none of the guard’s business', async () => {
    more.fetch.mockResolvedValue({ decide: () => false });
    press('click', button);
    await settled();
    expect(click).toHaveBeenCalledTimes(1);
    expect(showToast).not.toHaveBeenCalled();
  });

  it('is let be on an account that is not the brand’s, and nothing is fetched', () => {
    who.ofBrand = false;
    expect(press('click', button)).toBe(true);
    press('focusin', editor);
    expect(more.fetch).not.toHaveBeenCalled();
  });

  it('is none where a script of the page presses', () => {
    expect(press('click', button, { isTrusted: false })).toBe(true);
    expect(more.fetch).not.toHaveBeenCalled();
  });
});

describe('the script that looks over posts', () => {
  it('is fetched as an editor gets the focus, and then hears of everything', () => {
    more.fetch.mockResolvedValue({});
    press('focusin', editor);
    expect(more.fetch).toHaveBeenCalledTimes(1);
    const there = { focused: vi.fn(), typing: vi.fn(), press: vi.fn() };
    more.now = there;
    press('focusin', editor);
    press('input', editor);
    press('click', button);
    expect(there.focused).toHaveBeenCalledTimes(1);
    expect(there.typing).toHaveBeenCalledTimes(2);
    expect(there.press).toHaveBeenCalledTimes(1);
  });
});
