/** A running site to test, and how to end it. */
export interface Site {
  /** Where it lives, ending in `/`. */
  url: string;
  /** An origin whose pages may use this site's API too; absent from a site without an API of its own. */
  friend?: string;
  /** Ends the server and starts it again on the same data and address, at another moment; absent from a site without a server. */
  restart?: (now: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** The moment at which every browser test happens, in the Shanghai afternoon of a Wednesday. */
export const FIXED_NOW = '2026-06-17T15:00:00+08:00';

/** What a site has: the demo insurer as browser tests see it, its full volume where a test of significance needs it, or nothing. */
export type SiteData = 'demo' | 'whole demo' | 'empty';

/** The part of the demo insurer's full volume: by itself enough to draw every break, soon enough to start. */
export const demoScale: Readonly<Record<SiteData, number>> = { demo: 0.5, 'whole demo': 1, empty: 0 };
