const NAMES = ['ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'surface', 'break', 'break-mid', 'break-mild', 'handoff', 'ticket', 'ticket-ink', 'nps', 'volume', 'volume-soft', 'good'] as const;

/** The tokens' colours as they are on screen now, for drawings that cannot use CSS. */
export type Palette = Record<(typeof NAMES)[number], string>;

/** Reads the tokens where `within` stands; the browser resolves what they are in light and dark. */
export function readPalette(within: HTMLElement, scheme: 'light' | 'dark'): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = scheme;
  // For people who want less motion every style changes over an instant (base.css), at whose beginning each colour is still the one before.
  probe.style.setProperty('transition', 'none', 'important');
  within.append(probe);
  const colours = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  // One entry for each name of the list it is made from.
  return Object.fromEntries(colours) as Palette;
}
