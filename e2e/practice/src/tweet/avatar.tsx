import { clip, fill, IMG, r, round, view } from '../atoms';
import { avatar } from '../media';
import { usePalette } from '../theme';

const box = r({ display: 'block', width: '100%' });
const rim = r({ position: 'absolute', left: '50%', top: '50%', transform: 'translate(-50%, -50%)' });
const cover = r({ backgroundSize: 'cover', backgroundPosition: 'center', backgroundRepeat: 'no-repeat' });

interface AvatarProps {
  handle: string;
  size: number;
  /** A tweet's avatar is a hidden link, the composer's a plain one, a quote's none at all. */
  link: 'hidden' | 'plain' | 'none';
  label?: string;
}

/** X's nest of boxes around a profile picture. */
export function Avatar({ handle, size, link, label }: AvatarProps) {
  const palette = usePalette();
  const square = /^lantern(cares)?$/i.test(handle) ? r({ borderRadius: 6 }) : round;
  const inner = (
    <>
      <div className={view(square, clip, rim)} style={{ width: 'calc(100% - 4px)', height: 'calc(100% - 4px)' }}>
        <div className={view(r({ width: '100%', height: '100%' }))} style={{ backgroundColor: 'rgba(0, 0, 0, 0)' }} />
      </div>
      <div className={view(square, clip, rim)} style={{ width: 'calc(100% - 4px)', height: 'calc(100% - 4px)' }}>
        <div className={view(r({ width: '100%', height: '100%' }))} />
      </div>
      <div
        className={view(square, clip, rim)}
        style={{ backgroundColor: palette.background, width: 'calc(100% - 4px)', height: 'calc(100% - 4px)' }}
      >
        <div className={view(clip, box)}>
          <div className={box} style={{ paddingBottom: '100%' }} />
          <div className={fill}>
            <div className={view(fill)} aria-label={label}>
              <div className={view(fill, cover)} style={{ backgroundImage: `url("${avatar(handle)}")` }} />
              <img alt={label ?? ''} draggable="true" src={avatar(handle)} className={IMG} />
            </div>
          </div>
        </div>
      </div>
      <div className={view(square, clip, rim)} style={{ width: 'calc(100% - 4px)', height: 'calc(100% - 4px)' }}>
        <div className={view(r({ width: '100%', height: '100%' }))} />
      </div>
    </>
  );
  const face = view(r({ width: '100%', height: '100%' }));
  const clear = { backgroundColor: 'rgba(0, 0, 0, 0)' };
  return (
    <div
      className={view(r({ display: 'block', overflow: 'visible' }))}
      data-testid={`UserAvatar-Container-${handle}`}
      style={{ width: size, height: size }}
    >
      <div className={box} style={{ paddingBottom: '100%' }} />
      <div className={fill}>
        <div className={view(fill, box, r({ overflow: 'visible' }))}>
          <div className={box} style={{ paddingBottom: '100%' }} />
          <div className={fill}>
            <div className={view(square, clip, rim)} style={{ width: 'calc(100% + 4px)', height: 'calc(100% + 4px)' }}>
              {link === 'hidden' ? (
                <a href={`/${handle}`} aria-hidden="true" role="link" tabIndex={-1} className={face} style={clear}>
                  {inner}
                </a>
              ) : link === 'plain' ? (
                <a href={`/${handle}`} role="link" className={face} style={clear}>
                  {inner}
                </a>
              ) : (
                <div aria-hidden="true" role="presentation" tabIndex={-1} className={face} style={clear}>
                  {inner}
                </div>
              )}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
