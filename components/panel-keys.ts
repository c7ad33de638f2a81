import { createContext, useContext } from 'react';
import { defaultPanelKeys, type KeyAction, keyOf, type PanelKeys } from '../lib/panel/keys';

/** The keys of the panel as the rep has them. */
export const PanelKeysContext = createContext<PanelKeys>(defaultPanelKeys);

/** Gives what says which key does the same as a button; nothing where it is switched off. */
export function useKeyHints(): (action: KeyAction) => string | undefined {
  const keys = useContext(PanelKeysContext);
  return (action) => {
    const key = keyOf(keys, action);
    return key === '' ? undefined : `Key ${key}`;
  };
}
