import { Key } from '../Key';

/** A browser shortcut like "Alt+Shift+H", key by key. */
export function ShortcutKeys({ shortcut }: { shortcut: string }) {
  // Chrome on a Mac writes its signs without plus: ⌥⇧H.
  const keys = shortcut.includes('+') ? shortcut.split('+') : [...shortcut];
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key) => (
        <Key key={key}>{key}</Key>
      ))}
    </span>
  );
}
