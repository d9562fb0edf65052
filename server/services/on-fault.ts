/** Where failures go that no answer can carry; `main` prints them. */
export type OnFault = (what: string, error: unknown) => void;
