/**
 * Where events come from. For another broker, write one of these: nothing else of the client changes.
 *
 * @typedef {object} Source
 * @property {() => Promise<Batch>} next The next events, none when there are none now. What was not committed comes again, at the latest after a restart.
 * @property {(row: string, reason: string) => Promise<unknown>} refuse Keeps a row that the server refused, for whoever mends it.
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Batch
 * @property {string[]} rows Events as JSON.
 * @property {() => Promise<void>} commit Called once the server has answered that they are durable: they need not come again.
 */
export {};
