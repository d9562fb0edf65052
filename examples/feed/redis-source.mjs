import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** How long Redis holds a request for new entries. */
const BLOCK_MS = 2_000;

/**
 * A stream of Redis (or Valkey), read as a consumer group: `XADD <stream> * event '{"id": …}'` puts an event in. An entry is acknowledged once its event is
 * durable; one that was read and not acknowledged is read again when this consumer starts again under the same name.
 *
 * @param {{ url: URL, group: string, consumer: string, field: string, most: number, waits: boolean }} options `waits`: for new entries, for a while
 * @returns {Promise<import('./source').Source>}
 */
export async function redisSource({ url, group, consumer, field, most, waits }) {
  const stream = decodeURIComponent(url.pathname.slice(1));
  /** @type {Awaited<ReturnType<typeof openRedis>> | undefined} */
  let redis;
  // What this consumer read before and did not acknowledge comes first.
  let from = '0';
  const ask = async (/** @type {(string | number)[]} */ ...words) => {
    try {
      if (!redis) {
        redis = await openRedis(url);
        from = '0';
        await redis.ask('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM').catch((/** @type {Error} */ error) => {
          if (!error.message.startsWith('BUSYGROUP')) throw error;
        });
      }
      return await redis.ask(...words);
    } catch (error) {
      // A refusal leaves the connection as it is; all else begins a new one.
      if (!(error instanceof RedisRefusal)) {
        redis?.close();
        redis = undefined;
      }
      throw error;
    }
  };
  /** @returns {Promise<import('./source').Batch>} */
  const next = async () => {
    const asked = from;
    const block = waits && asked === '>' ? ['BLOCK', BLOCK_MS] : [];
    const answer = await ask('XREADGROUP', 'GROUP', group, consumer, 'COUNT', most, ...block, 'STREAMS', stream, asked);
    /** @type {[id: string, fields: string[] | null][]} */
    const entries = answer?.[0]?.[1] ?? [];
    if (entries.length === 0 && asked === '0') {
      from = '>';
      return next();
    }
    const ids = entries.map(([id]) => id);
    // An entry without the field is no event: the server says so, and it is kept with the refused ones.
    const rows = entries.map(([, fields]) => oneLine(fields?.find((_, index) => index % 2 === 1 && fields[index - 1] === field) ?? '{}'));
    return { rows, commit: () => ask('XACK', stream, group, ...ids) };
  };
  return {
    next,
    refuse: (row, reason) => ask('XADD', `${stream}.refused`, '*', field, row, 'reason', reason),
    async close() {
      redis?.close();
    },
  };
}

/** NDJSON has one event a line. @param {string} json */
const oneLine = (json) => json.replaceAll(/[\r\n]+/g, ' ');

class RedisRefusal extends Error {}

/** A connection that asks one thing after the other, in the protocol of Redis (RESP 2). @param {URL} url */
async function openRedis({ protocol, hostname, port, username, password }) {
  const at = { host: hostname, port: Number(port) || 6379 };
  const socket = protocol === 'rediss:' ? connectTls({ ...at, servername: hostname }) : connect(at);
  await once(socket, protocol === 'rediss:' ? 'secureConnect' : 'connect');
  let unread = Buffer.alloc(0);
  /** @type {{ resolve: (value: any) => void, reject: (error: Error) => void }[]} */
  const waiting = [];
  const fail = (/** @type {Error} */ error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('Redis closed the connection')));
  socket.on('data', (data) => {
    unread = Buffer.concat([unread, data]);
    for (let read = readReply(unread, 0); read && waiting.length > 0; read = readReply(unread, 0)) {
      unread = unread.subarray(read.end);
      const one = waiting.shift();
      if (read.value instanceof RedisRefusal) one?.reject(read.value);
      else one?.resolve(read.value);
    }
  });
  const ask = (/** @type {(string | number)[]} */ ...words) =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('Redis closed the connection'));
      waiting.push({ resolve, reject });
      return socket.write(`*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(String(word))}\r\n${word}\r\n`).join('')}`);
    });
  if (password !== '') await ask('AUTH', ...(username === '' ? [] : [decodeURIComponent(username)]), decodeURIComponent(password));
  return { ask, close: () => void socket.destroy() };
}

/** A reply at a place of the bytes, and where it ends; absent until all of it has come. @param {Buffer} bytes @param {number} at @returns {{ value: any, end: number } | undefined} */
function readReply(bytes, at) {
  const line = bytes.indexOf('\r\n', at);
  if (line < 0) return undefined;
  const text = bytes.toString('utf8', at + 1, line);
  const next = line + 2;
  switch (bytes[at]) {
    case 0x2b: // +
      return { value: text, end: next };
    case 0x2d: // -
      return { value: new RedisRefusal(text), end: next };
    case 0x3a: // :
      return { value: Number(text), end: next };
    case 0x24: { // $
      const length = Number(text);
      if (length < 0) return { value: null, end: next };
      return bytes.length < next + length + 2 ? undefined : { value: bytes.toString('utf8', next, next + length), end: next + length + 2 };
    }
    case 0x2a: { // *
      if (Number(text) < 0) return { value: null, end: next };
      const items = [];
      let end = next;
      for (let left = Number(text); left > 0; left--) {
        const item = readReply(bytes, end);
        if (!item) return undefined;
        items.push(item.value);
        end = item.end;
      }
      return { value: items, end };
    }
    default:
      throw new Error(`Redis answers what is no reply: ${bytes.toString('utf8', at, line)}`);
  }
}
