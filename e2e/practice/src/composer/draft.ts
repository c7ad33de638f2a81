import { CompositeDecorator, type ContentBlock, ContentState, EditorState } from 'draft-js';
import { createElement, type ReactNode } from 'react';

/** Draft.js state shared by all composers: X colours mentions, hashtags and links while one types. */

const TOUCHED = /(https?:\/\/\S+)|((?<!\w)@\w{1,15})|((?<!\w)#[\p{L}\p{N}_]+)/gu;

function find(block: ContentBlock, found: (start: number, end: number) => void): void {
  for (const match of block.getText().matchAll(TOUCHED)) found(match.index, match.index + match[0].length);
}

const Touched = ({ children }: { children?: ReactNode }) =>
  createElement('span', { style: { color: 'rgb(29, 155, 240)' } }, children);

const decorator = new CompositeDecorator([{ strategy: find, component: Touched }]);

export const emptyDraft = () => EditorState.createEmpty(decorator);

export const draftOf = (text: string) =>
  text
    ? EditorState.moveSelectionToEnd(EditorState.createWithContent(ContentState.createFromText(text), decorator))
    : emptyDraft();

export const textOf = (state: EditorState) => state.getCurrentContent().getPlainText('\n');

/** X's weighted length: most scripts count one, CJK and emoji two, links always 23. */
export function weightedLength(text: string): number {
  let length = 0;
  for (const char of text.replace(/https?:\/\/\S+/g, 'x'.repeat(23))) {
    const code = char.codePointAt(0) ?? 0;
    const light =
      code <= 0x10ff ||
      (code >= 0x2000 && code <= 0x200d) ||
      (code >= 0x2010 && code <= 0x201f) ||
      (code >= 0x2032 && code <= 0x2037);
    length += light ? 1 : 2;
  }
  return length;
}

export const LIMIT = 280;
