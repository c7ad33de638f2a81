import { explain, explainUrgency } from '../triage/explain';
import { el } from './dom';
import type { Nearby } from './nearby';
import type { ImpostorActions, ImpostorView, MarkActions, MarkView } from './views';
import { Why } from './why';

/** What marks tell as the rep comes near. */
export const telling: Nearby = {
  tellOfMark: (host, button, view, actions) => {
    const why: Why = new Why(host, button, () => drawWhy(view(), actions, why));
    why.listen();
    return why;
  },
  tellOfImpostor: (host, button, view, actions) => {
    const why: Why = new Why(host, button, () => drawImpostor(view(), actions, why));
    why.listen();
    return why;
  },
};

const quiet = (text: string): HTMLElement => el('p', { class: 'quiet', dir: 'auto' }, text);

function box(...parts: Node[]): HTMLElement {
  return el('div', { class: 'why', role: 'group', 'aria-label': 'Why this is marked', popover: 'manual' }, ...parts);
}

function drawWhy(view: MarkView | null, actions: MarkActions, why: Why): HTMLElement | null {
  if (!view) return null;
  const { judgement, answered } = view;
  const { openCase, notAboutUs, complaint } = actions;
  const isComplaint = judgement.intent === 'complaint';
  const urgency = explainUrgency(judgement);
  return box(
    el('p', { dir: 'auto' }, explain(judgement)),
    ...(urgency ? [quiet(urgency)] : []),
    ...(answered ? [quiet(`Answered by ${answered.by} ${answered.ago} ago.`)] : []),
    el(
      'div',
      { class: 'actions' },
      why.press('Open case', 'pill', openCase),
      why.press('Not about us', 'plain', notAboutUs),
      why.press(isComplaint ? 'Not a complaint' : 'It is a complaint', 'plain', () => complaint(!isComplaint)),
    ),
  );
}

function drawImpostor(view: ImpostorView | null, actions: ImpostorActions, why: Why): HTMLElement | null {
  if (!view) return null;
  return box(
    el('p', { dir: 'auto' }, view.why),
    quiet('Hark posts nothing: the warning goes to your clipboard.'),
    el(
      'div',
      { class: 'actions' },
      why.press('Copy a warning', 'pill', actions.copyWarning),
      why.press('Report on X', 'plain', actions.reportOnX),
    ),
  );
}
