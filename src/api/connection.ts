/** Where the API is and who acts: set once by the app before the first question, changed only by the switcher 以…身份. */
interface Connection {
  /** Absolute or root-relative URL of the API's version, without a slash at its end: `/api/v1`. */
  base: string;
  /** Who acts, where the demo's switcher has been used. */
  actingAs?: string | undefined;
}

const connection: Connection = { base: '/api/v1' };

/** Points every later request at another API. */
export const connectTo = (base: string): void => {
  connection.base = base;
};

/** Sends every later request in the name of this person; `undefined` is whoever the server thinks. */
export const actAs = (person: string | undefined): void => {
  connection.actingAs = person;
};

export const currentConnection = (): Readonly<Connection> => connection;
