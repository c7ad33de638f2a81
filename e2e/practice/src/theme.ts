import { createContext, useContext } from 'react';

export type ThemeName = 'light' | 'dim' | 'black';

/** X's palettes, as read off its pages. X writes text colours inline and most others into classes. */
export interface Palette {
  background: string;
  text: string;
  secondary: string;
  border: string;
  divider: string;
  accent: string;
  hover: string;
  raised: string;
  button: string;
  onButton: string;
}

export const PALETTES: Record<ThemeName, Palette> = {
  light: {
    background: 'rgb(255, 255, 255)',
    text: 'rgb(15, 20, 25)',
    secondary: 'rgb(83, 100, 113)',
    border: 'rgb(207, 217, 222)',
    divider: 'rgb(239, 243, 244)',
    accent: 'rgb(29, 155, 240)',
    hover: 'rgba(0, 0, 0, 0.03)',
    raised: 'rgb(255, 255, 255)',
    button: 'rgb(15, 20, 25)',
    onButton: 'rgb(255, 255, 255)',
  },
  dim: {
    background: 'rgb(21, 32, 43)',
    text: 'rgb(247, 249, 249)',
    secondary: 'rgb(139, 152, 165)',
    border: 'rgb(66, 83, 100)',
    divider: 'rgb(56, 68, 77)',
    accent: 'rgb(29, 155, 240)',
    hover: 'rgba(255, 255, 255, 0.03)',
    raised: 'rgb(30, 39, 50)',
    button: 'rgb(239, 243, 244)',
    onButton: 'rgb(15, 20, 25)',
  },
  black: {
    background: 'rgb(0, 0, 0)',
    text: 'rgb(231, 233, 234)',
    secondary: 'rgb(113, 118, 123)',
    border: 'rgb(47, 51, 54)',
    divider: 'rgb(47, 51, 54)',
    accent: 'rgb(29, 155, 240)',
    hover: 'rgba(255, 255, 255, 0.03)',
    raised: 'rgb(0, 0, 0)',
    button: 'rgb(239, 243, 244)',
    onButton: 'rgb(15, 20, 25)',
  },
};

const PaletteContext = createContext<Palette>(PALETTES.light);

export const PaletteProvider = PaletteContext.Provider;
export const usePalette = () => useContext(PaletteContext);
