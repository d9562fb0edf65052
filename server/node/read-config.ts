import { parseArgs } from 'node:util';
import { DEFAULT_ZONE, type Instant, zoneOf } from '#model';

/** How the server runs: flags of the command line first, then the environment. */
export interface Config {
  port: number;
  host: string;
  /** Folder of the stores. */
  data: string;
  /** Do not fill empty stores with the demo. */
  empty: boolean;
  import?: { file: string; profile?: string | undefined } | undefined;
  zone: string;
  /** A clock that stands still, for tests. */
  now?: Instant | undefined;
  /** Of the demo insurer: about 140 journeys a day at 1. */
  demoScale: number;
  allowOrigins: string[];
}

/** What is wrong with the flags or the environment, in one line. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
}

/** Flags that are not understood: the usage helps. */
export class UsageError extends ConfigError {
  override readonly name = 'UsageError';
}

/** Reads flags and environment. Throws a `ConfigError`; answers `help` when that is all that is asked. */
export function readConfig(args: readonly string[], env: NodeJS.ProcessEnv): Config | 'help' {
  const flags = readFlags(args);
  if (flags.help) return 'help';
  if (flags.profile !== undefined && flags.import === undefined) throw new ConfigError('--profile goes with --import.');
  const host = flags.host ?? '127.0.0.1';
  requireLoopback(host);
  return {
    port: readPort(flags.port ?? (env.PORT || '4070')),
    host,
    data: flags.data ?? '.data',
    empty: flags.empty ?? false,
    import: flags.import === undefined ? undefined : { file: flags.import, profile: flags.profile },
    zone: readZone(env.THROUGHLINE_ZONE ?? DEFAULT_ZONE),
    now: env.THROUGHLINE_NOW === undefined ? undefined : readNow(env.THROUGHLINE_NOW),
    demoScale: readScale(env.THROUGHLINE_DEMO_SCALE ?? '2'),
    allowOrigins: (env.THROUGHLINE_ALLOW_ORIGIN ?? '').split(/[\s,]+/).filter(Boolean),
  };
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean' },
        import: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`"${text}" is no port. Please give a number up to 65535.`);
}

/** Nobody signs in yet, so nobody beyond this computer may get in. */
function requireLoopback(host: string): void {
  if (host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)) return;
  throw new ConfigError(
    `--host ${host} would let others in, and there is no sign-in yet that could tell who they are. Please use a loopback address (127.0.0.1) and reach it through a tunnel or a proxy that signs people in.`,
  );
}

function readZone(id: string): string {
  try {
    return zoneOf(id).id;
  } catch {
    throw new ConfigError(`THROUGHLINE_ZONE "${id}" is no time zone known here. Please give an IANA name, such as Asia/Shanghai.`);
  }
}

function readNow(text: string): Instant {
  const now = Date.parse(text);
  if (Number.isFinite(now)) return now;
  throw new ConfigError(`THROUGHLINE_NOW "${text}" is no time. Please give ISO 8601 with offset.`);
}

function readScale(text: string): number {
  const scale = Number(text);
  if (Number.isFinite(scale) && scale > 0) return scale;
  throw new ConfigError(`THROUGHLINE_DEMO_SCALE "${text}" is no positive number.`);
}
