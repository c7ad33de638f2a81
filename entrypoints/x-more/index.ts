import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addStyles } from '../../lib/overlay/host';
import styles from '../../lib/overlay/more.css?inline';
import { telling } from '../../lib/overlay/tell';
import { diagnose } from '../../lib/x/diagnosis';
import { selectors } from '../../lib/x/selectors';
import { deliver, moreNow } from '../x.content/more';
import { PageDeeds } from './deeds';
import { insertReply } from './inserting';
import { Replying } from './replying';
import { Suggesting } from './suggesting';

/** What is needed only where the rep comes near a mark, presses or writes. The worker puts it beside the content script. */
export default defineUnlistedScript(() => {
  // A question that was repeated brings it twice.
  if (moreNow()) return;
  addStyles(styles);
  const replying = new Replying();
  const suggesting = new Suggesting();
  replying.start();
  deliver({
    ...telling,
    typing: (editor, delay) => replying.typing(editor, delay),
    focused: (editor) => suggesting.focused(editor),
    press: (event, part, repeated) => replying.press(event, part, repeated),
    decide: (part) => replying.decide(part),
    accountsChanged: () => {
      replying.accountsChanged();
      suggesting.accountsChanged();
    },
    deeds: (page) => new PageDeeds(page),
    insert: insertReply,
    diagnose: () => diagnose(document, location.href),
  });
  // What brought this script here has happened already.
  const editor = document.activeElement?.closest(selectors.editor);
  if (!editor) return;
  suggesting.focused(editor);
  replying.typing(editor, 0);
});
