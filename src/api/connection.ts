/** Where the API is and who acts. */
interface Connection {
  /** Absolute or root-relative URL of the API's version, without a slash at its end: `/api/v1`. */
  base: string;
  /** The API lives in this page (the mock): nothing outside can reach it. */
  inBrowser: boolean;
  /** Who acts, where the demo's switcher has been used. */
  actingAs?: string | undefined;
}

let open: (connection: Connection) => void = () => undefined;
const opened = new Promise<Connection>((resolve) => {
  open = resolve;
});
let actingAs: string | undefined;

/** Says where the API is. Questions asked before that wait, so that a page can be drawn before its API is known. */
export const connectTo = (base: string, { inBrowser = false } = {}): void => open({ base, inBrowser });

/** Sends every later request in the name of this person; `undefined` is whoever the server thinks. */
export const actAs = (person: string | undefined): void => {
  actingAs = person;
};

/** The connection, once there is one. */
export const connection = async (): Promise<Readonly<Connection>> => ({ ...(await opened), actingAs });
