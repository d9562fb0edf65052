/**
 * The rooms of the house and who may import whom, as data; `boundaries.mjs` checks every import against it.
 *
 * A file belongs to the room with the longest matching name; a file in none of them (configuration) may import anything.
 *
 * - `room`: a folder or a file without its extension; `*` stands for one name.
 * - `imports`: the other rooms it may import.
 * - `lazily`: rooms it may import only by `import()`, so that they become chunks of their own.
 * - `packages`: the only packages it may import; without it any that has no other home.
 * - `node`: its code runs in Node alone and may import `node:` modules.
 *
 * @type {readonly { room: string, imports: readonly string[], lazily?: readonly string[], packages?: readonly string[], node?: true }[]}
 */
export const rooms = [
  { room: 'model', imports: [], packages: ['zod'] },
  { room: 'model/testing', imports: ['model'], packages: ['zod', 'fast-check'] },
  { room: 'contract', imports: ['model'], packages: ['zod'] },
  { room: 'demo', imports: ['model'], packages: [] },
  { room: 'sheets', imports: ['model'], packages: ['fflate'] },
  { room: 'server', imports: ['model', 'contract', 'sheets'], node: true },
  { room: 'server/testing', imports: ['model', 'model/testing', 'contract', 'server', 'demo'], node: true },
  { room: 'server/main', imports: ['model', 'contract', 'server', 'demo'], node: true },
  { room: 'src/api', imports: ['model', 'contract'] },
  { room: 'src/ui', imports: ['model'] },
  { room: 'src/graph', imports: ['model'] },
  { room: 'src/routes', imports: ['model'] },
  { room: 'src/views', imports: ['model', 'contract', 'src/api', 'src/ui'] },
  { room: 'src/features/*', imports: ['model', 'contract', 'src/api', 'src/ui', 'src/graph', 'src/routes', 'src/views'], lazily: ['sheets'] },
  { room: 'src/app', imports: ['model', 'contract', 'src/api', 'src/ui', 'src/graph', 'src/routes', 'src/features/*'] },
  { room: 'src/mock', imports: ['model', 'contract', 'server', 'demo'] },
  { room: 'src/main', imports: ['src/app'], lazily: ['src/mock'] },
  { room: 'bench', imports: ['model', 'contract', 'server', 'demo', 'scripts'], node: true },
  { room: 'bench/page', imports: ['src/graph', 'src/ui'] },
  { room: 'bench/ledger-page', imports: ['model', 'contract', 'src/api', 'src/ui', 'src/features/*'] },
  { room: 'e2e', imports: ['model', 'contract', 'demo'], node: true },
  { room: 'scripts', imports: [], node: true },
  { room: 'examples', imports: [], node: true },
];

/** What a test, or a suite that several tests run, may import beyond its room. */
export const tests = { files: /\.(test|suite)\.tsx?$/, imports: ['demo', 'model/testing', 'server/testing'], packages: ['vitest', 'fast-check'] };

/** Packages that a room, or two, keep to themselves, so that replacing one touches few files. @type {Readonly<Record<string, string | readonly string[]>>} */
export const packageHomes = {
  '@xyflow/react': 'src/graph',
  echarts: 'src/ui',
  msw: 'src/mock',
  hono: 'server',
  '@hono/node-server': 'server',
  '@duckdb/node-api': 'server',
  libsql: 'server',
  fflate: ['sheets', 'server'],
  kysely: 'server',
};

/** The room that holds ours against the bare packages, and so may import any of them. */
export const packageGuest = 'bench';
