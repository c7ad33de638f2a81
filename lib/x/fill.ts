import { readParts } from './composer';

/**
 * Puts texts into X's editors. They are made with Draft.js, which keeps the text itself and draws it: what is written
 * into its nodes is lost or breaks it. It takes a paste, and in both browsers only one that is made as here.
 */

/** Where the text goes. `instead` of all there is, or `after` it. */
export type Where = 'instead' | 'after';

/** How long X may take to draw what it was given, in milliseconds. */
const DRAWN_WITHIN = 700;
/** A tab in the background gets no frames. */
const FRAME_AT_MOST = 60;
const BLANK_AT_END = /\s$/;

/**
 * Puts a text into an editor and sees to it that it is there, whole. If not, the editor holds what it held before.
 *
 * @param isTaken whether X has understood that there is a text, as its post button shows
 * @returns whether the text is there
 */
export async function fill(editor: HTMLElement, text: string, where: Where, isTaken: () => boolean): Promise<boolean> {
  const before = readText(editor);
  const all = where === 'instead' || before.trim() === '';
  const added = all || BLANK_AT_END.test(before) ? text : ` ${text}`;
  const wanted = all ? text : before + added;
  if (isSame(before, wanted)) return true;
  for (const give of [paste, type]) {
    await select(editor, all ? 'instead' : 'after');
    give(editor, added);
    // Never trust what the event says of itself: in Firefox a paste that X could not read is "handled" as well.
    if ((await until(() => isSame(readText(editor), wanted))) && (await until(isTaken))) return true;
    if (!(await restore(editor, before))) return false;
  }
  return false;
}

/** Gives the editor the focus and selects all of it, or its end, in a way that Draft.js learns of. */
async function select(editor: HTMLElement, where: Where): Promise<void> {
  editor.focus({ preventScroll: true });
  // With the focus, Draft.js puts its own selection where it was last.
  await frame();
  const selection = editor.ownerDocument.getSelection();
  selection?.selectAllChildren(editor);
  if (where === 'after') selection?.collapseToEnd();
  // It is told of a selection a moment later.
  await frame();
  await frame();
}

function paste(editor: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  // Chromium takes the first of these; Firefox shows the page only what it has made of the other two.
  const given = { bubbles: true, cancelable: true, composed: true, clipboardData, dataType: 'text/plain', data: text };
  editor.dispatchEvent(new ClipboardEvent('paste', given));
}

/** As if the text came from an input method. */
function type(editor: HTMLElement, text: string): void {
  const event = editor.ownerDocument.createEvent('TextEvent') as TextEvent & {
    initTextEvent(type: string, bubbles: boolean, cancelable: boolean, view: Window | null, data: string): void;
  };
  event.initTextEvent('textInput', true, true, editor.ownerDocument.defaultView, text);
  editor.dispatchEvent(event);
}

/** Brings back what was there: by the editor's own undo, which brings back links and names too, else as plain text. */
async function restore(editor: HTMLElement, before: string): Promise<boolean> {
  const isBack = (): boolean => isSame(readText(editor), before);
  if (isBack()) return true;
  const mac = /Mac/.test(navigator.platform);
  press(editor, { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: !mac, metaKey: mac });
  if (await until(isBack)) return true;
  await select(editor, 'instead');
  if (before === '') press(editor, { key: 'Backspace', code: 'Backspace', keyCode: 8 });
  else paste(editor, before);
  return until(isBack);
}

function press(editor: HTMLElement, key: KeyboardEventInit): void {
  editor.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...key }));
}

function readText(editor: HTMLElement): string {
  return readParts({ root: editor, editors: [editor], button: null })[0] ?? '';
}

/** The same to a reader: editors may put other blanks, and leave out what only asks for a coloured emoji. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/\ufe0f/g, '');

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, FRAME_AT_MOST);
  });
}

/** Waits until something is true, as long as X may take to draw. */
async function until(isTrue: () => boolean): Promise<boolean> {
  const end = performance.now() + DRAWN_WITHIN;
  while (!isTrue()) {
    if (performance.now() > end) return false;
    await frame();
  }
  return true;
}
