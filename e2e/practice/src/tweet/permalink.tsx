import { body15, r, row, run, text, view } from '../atoms';
import { useUi } from '../i18n';
import type { Status } from '../statuses';
import { usePalette } from '../theme';
import { Counter } from './actionbar';

/** The focal tweet's time: below its text, not in its header. An edited tweet leads to its history as well. */
export function PermalinkRow({ status }: { status: Status }) {
  const palette = usePalette();
  const ui = useUi();
  const href = `/${status.by}/status/${status.id}`;
  const quiet = { color: palette.secondary };
  const dot = (
    <div dir="ltr" aria-hidden="true" className={text(body15, r({ padding: '0 4px' }))} style={quiet}>
      <span className={run()}>·</span>
    </div>
  );
  return (
    <div className={view(r({ margin: '16px 0' }))}>
      <div className={view(row)}>
        <div className={view(row, r({ flexWrap: 'wrap', alignItems: 'baseline' }))}>
          <div dir="ltr" className={text(body15)} style={quiet}>
            <a href={href} aria-label={ui.fullTime(status.time)} role="link" className={run()} style={quiet}>
              <time dateTime={new Date(status.time).toISOString()}>{ui.fullTime(status.time)}</time>
            </a>
          </div>
          {status.edited ? (
            <>
              {dot}
              <a href={`${href}/history`} dir="ltr" role="link" className={text(body15)} style={quiet}>
                <span className={run()}>{ui.words.edited}</span>
              </a>
            </>
          ) : null}
          {dot}
          <a href={`${href}/analytics`} dir="ltr" role="link" className={text(body15)} style={{ color: palette.text }}>
            <Counter value={ui.count(status.counts.view)} large />{' '}
            <span className={run()} style={quiet}>
              <span className={run()}>{ui.words.views}</span>
            </span>
          </a>
        </div>
        <div className={view()} />
      </div>
    </div>
  );
}

/** Below a widely shared tweet: how to sort replies, and who quoted it. */
export function QuotesRow({ status }: { status: Status }) {
  const palette = usePalette();
  const { words } = useUi();
  const quiet = { color: palette.secondary };
  return (
    <div
      className={view(
        row,
        r({ justifyContent: 'space-between', borderTop: `1px solid ${palette.divider}`, padding: '8px 0' }),
      )}
    >
      <div className={view()}>
        <div className={view()}>
          <button type="button" role="button" dir="ltr" aria-haspopup="menu" className={text(body15)} style={quiet}>
            <span className={run()}>{words.relevant}</span>
          </button>
        </div>
      </div>
      <div className={view()}>
        <a
          href={`/${status.by}/status/${status.id}/quotes`}
          role="link"
          dir="ltr"
          className={text(body15)}
          style={quiet}
        >
          <span className={run()}>{words.viewQuotes}</span>
        </a>
      </div>
    </div>
  );
}
