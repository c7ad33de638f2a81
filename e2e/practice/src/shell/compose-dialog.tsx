import { body15, r, run, text, view } from '../atoms';
import { Composer } from '../composer/composer';
import { useUi } from '../i18n';
import { goBack, type Place } from '../router';
import { getStatus } from '../store';
import { usePalette } from '../theme';
import { Article } from '../tweet/article';
import { Quote } from '../tweet/quote';
import { Dialog } from './dialog';

/** New post, reply and quote: one dialog, told apart by the query. */
export function ComposeDialog({ place }: { place: Place }) {
  const { words } = useUi();
  const palette = usePalette();
  const replyTo = place.query.get('in_reply_to') ?? '';
  const parent = getStatus(replyTo);
  const quote = place.query.get('quote') ?? '';
  return (
    <Dialog>
      {parent ? (
        <>
          <Article id={parent.id} bare lineBelow />
          <div className={view(r({ padding: '4px 16px 12px 64px' }))}>
            <div dir="ltr" className={text(body15)} style={{ color: palette.secondary }}>
              <span className={run()}>{words.replyingTo} </span>
              <span className={run()} style={{ color: palette.accent }}>
                @{parent.by}
              </span>
            </div>
          </div>
        </>
      ) : null}
      <Composer
        kind="dialog"
        replyTo={parent?.id}
        quote={getStatus(quote) ? quote : undefined}
        initialText={place.query.get('text') ?? ''}
        placeholder={parent ? words.postYourReply : quote ? words.addComment : words.whatsHappening}
        onDone={goBack}
        below={quote ? <Quote id={quote} labelId={`quoting-${quote}`} /> : null}
      />
    </Dialog>
  );
}
