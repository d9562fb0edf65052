import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Mantine's parts in the product's tokens (`tokens.css`), which know light and dark themselves. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: 'var(--text-xs)', sm: 'var(--text-s)', md: 'var(--text-m)', lg: 'var(--text-l)', xl: 'var(--text-xl)' },
  defaultRadius: 'var(--radius)',
  primaryColor: 'blue',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const inks = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--nps-ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-error': 'var(--break-ink)',
  '--mantine-primary-color-filled': 'var(--nps)',
  '--mantine-primary-color-filled-hover': 'var(--nps-ink)',
  '--mantine-primary-color-light': 'var(--nps-soft)',
  '--mantine-primary-color-light-color': 'var(--nps-ink)',
};

/** Points Mantine's colours at the tokens; the same in both schemes, since the tokens differ. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: inks, dark: inks });
