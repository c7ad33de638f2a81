import { Editor, type EditorState, getDefaultKeyBinding } from 'draft-js';
import { useEffect, useRef } from 'react';
import { grow, r, text, view } from '../atoms';
import { useUi } from '../i18n';
import { usePalette } from '../theme';
import { textOf } from './draft';

interface TextAreaProps {
  index: number;
  state: EditorState;
  onChange: (state: EditorState) => void;
  onSubmit: () => void;
  placeholder: string;
  large?: boolean;
  autoFocus?: boolean;
}

/** One Draft.js editor inside the boxes and labels that X puts around it. */
export function TextArea({
  index,
  state,
  onChange,
  onSubmit,
  placeholder,
  large = false,
  autoFocus = false,
}: TextAreaProps) {
  const palette = usePalette();
  const { words } = useUi();
  const editor = useRef<Editor>(null);
  const size = r({ fontSize: 20, lineHeight: '24px' });
  const testId = `tweetTextarea_${index}`;
  useEffect(() => {
    if (!autoFocus) return;
    const timer = setTimeout(() => editor.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, [autoFocus]);
  return (
    <div className={view(grow)} data-testid={`${testId}_label`}>
      <div className={view(row_)}>
        <div
          dir="ltr"
          className={text(
            size,
            grow,
            r({ display: 'block', padding: large ? '12px 0' : '8px 0', overflowY: 'auto', maxHeight: 720 }),
          )}
          style={{ color: palette.text }}
        >
          <div className={view()}>
            <div className={view()}>
              <div
                className={r({ cursor: 'text' })}
                data-testid={`${testId}RichTextInputContainer`}
                style={{ minHeight: large ? 96 : 24, height: '100%' }}
                onClick={() => editor.current?.focus()}
                onKeyDown={() => undefined}
              >
                <Editor
                  ref={editor}
                  editorState={state}
                  onChange={onChange}
                  ariaLabel={words.postText}
                  // The types lack it, Draft.js hands it on to the editable element.
                  {...{ webDriverTestID: testId }}
                  placeholder={textOf(state) ? undefined : placeholder}
                  role="textbox"
                  tabIndex={0}
                  ariaMultiline
                  spellCheck
                  stripPastedStyles
                  keyBindingFn={(event) => {
                    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'submit-post';
                    return getDefaultKeyBinding(event);
                  }}
                  handleKeyCommand={(command) => {
                    if (command !== 'submit-post') return 'not-handled';
                    onSubmit();
                    return 'handled';
                  }}
                />
              </div>
            </div>
          </div>
        </div>
      </div>
      <div className={view(r({ justifyContent: 'center' }))} />
    </div>
  );
}

const row_ = r({ flexDirection: 'row' });
