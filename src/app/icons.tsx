import type { ReactNode } from 'react';

const Icon = ({ children }: { children: ReactNode }) => (
  <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
    {children}
  </svg>
);

/** Two lanes and an arc that hands over. */
export const PanoramaIcon = () => (
  <Icon>
    <rect x="2.5" y="11" width="5" height="5" rx="1.5" />
    <rect x="12.5" y="11" width="5" height="5" rx="1.5" />
    <path d="M5 10.5C5 3 15 3 15 9m-2-1.8L15 9.4l2-2.2" />
  </Icon>
);

/** A call that is picked up, and done. */
export const HandoffsIcon = () => (
  <Icon>
    <path d="M3 10.5C3 5.5 6 3 10 3s7 2.5 7 7.5" />
    <rect x="2" y="10" width="4" height="6" rx="1.5" />
    <rect x="14" y="10" width="4" height="6" rx="1.5" />
    <path d="m8 12.6 1.6 1.6 2.8-3.4" />
  </Icon>
);

/** A list with a pennant: what a ticket is on the map. */
export const LedgerIcon = () => (
  <Icon>
    <path d="M3 4.5h8M3 10h14M3 15.5h14M13.5 7.5v-5h4v3.2h-4" />
  </Icon>
);

/** A trend with its band. */
export const NpsIcon = () => (
  <Icon>
    <path d="m2.5 13 4-4 4 2.5 7-7" />
    <path d="M2.5 17.5h15" />
    <circle cx="17.2" cy="4.6" r="1.2" />
  </Icon>
);

/** What somebody says, in a few lines. */
export const VoiceIcon = () => (
  <Icon>
    <path d="M3 4.5h14v9H9.5L6 16.5v-3H3zM6.5 7.7h7M6.5 10.3h4.5" />
  </Icon>
);

export const DataIcon = () => (
  <Icon>
    <ellipse cx="10" cy="4.8" rx="6.5" ry="2.3" />
    <path d="M3.5 4.8v10.4c0 1.3 2.9 2.3 6.5 2.3s6.5-1 6.5-2.3V4.8M3.5 10c0 1.3 2.9 2.3 6.5 2.3s6.5-1 6.5-2.3" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <circle cx="10" cy="6.8" r="3.3" />
    <path d="M3.5 17c.6-3.6 3.2-5.4 6.5-5.4s5.9 1.8 6.5 5.4" />
  </Icon>
);

export const SearchIcon = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true">
    <circle cx="6" cy="6" r="4.2" />
    <path d="m9.2 9.2 3.3 3.3" />
  </svg>
);
