/** A point in time: milliseconds since 1970-01-01T00:00Z. A plain number, because nearly every use is arithmetic. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Millis = number;

/** A calendar day as `YYYY-MM-DD`, in the configured zone. */
export type Day = string;

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;
