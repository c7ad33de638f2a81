import { useEffect, useState } from 'react';
import { body15, bold, center, r, row, run, text, view } from '../atoms';

interface Message {
  text: string;
  href: string;
  action: string;
}

const SHOWN = 6000;
let show: (message: Message) => void = () => undefined;

/** X's own notice at the bottom, with a link to what was just posted. */
export function showToast(message: string, href: string, action: string): void {
  show({ text: message, href, action });
}

export function Toast() {
  const [message, setMessage] = useState<Message>();
  useEffect(() => {
    show = setMessage;
  }, []);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [message]);
  if (!message) return null;
  return (
    <div
      className={view(
        r({ position: 'fixed', left: 0, right: 0, bottom: 32, alignItems: 'center', pointerEvents: 'none' }),
      )}
    >
      <div
        role="alert"
        className={view(row, center, r({ pointerEvents: 'auto', borderRadius: 4, padding: '12px 16px', gap: 24 }))}
        data-testid="toast"
        style={{ backgroundColor: 'rgb(29, 155, 240)' }}
      >
        <div className={view()}>
          <div dir="auto" className={text(body15)} style={{ color: 'rgb(255, 255, 255)' }}>
            <span className={run()}>{message.text}</span>
          </div>
        </div>
        <a href={message.href} role="link" className={text(body15, bold)} style={{ color: 'rgb(255, 255, 255)' }}>
          <span className={run()}>{message.action}</span>
        </a>
      </div>
    </div>
  );
}
