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

/** The part of the demo insurer's full volume that browser tests see: enough to draw every break, soon enough to start. */
export const DEMO_SCALE = 0.5;
