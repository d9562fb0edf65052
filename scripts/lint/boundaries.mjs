import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageGuest, packageHomes, rooms, tests } from './rooms.mjs';

/** @typedef {(typeof rooms)[number] & { name: string }} Room a room of the table and the folder that took its place: `src/features/ledger` */

/** @type {Record<string, string>} */
const aliases = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).imports;

/** @param {string} file a path from the root, with `/` @returns {Room | undefined} */
const roomOf = (file) => {
  const names = file.replace(/\.\w+$/, '').split('/');
  const inside = rooms.filter(({ room }) => room.split('/').every((name, index) => name === names[index] || (name === '*' && names[index])));
  const longest = inside.toSorted((a, b) => b.room.split('/').length - a.room.split('/').length)[0];
  return longest && { ...longest, name: names.slice(0, longest.room.split('/').length).join('/') };
};

/** @param {string} specifier @returns {string | undefined} the path from the root that a `#alias` stands for */
const resolveAlias = (specifier) => {
  if (aliases[specifier]) return path.posix.normalize(aliases[specifier]);
  for (const [alias, target] of Object.entries(aliases)) {
    const [before = '', after = ''] = alias.split('*');
    if (alias.includes('*') && specifier.startsWith(before) && specifier.endsWith(after)) {
      return path.posix.normalize(target.replace('*', specifier.slice(before.length, specifier.length - after.length)));
    }
  }
  return undefined;
};

/** @param {string} specifier @returns {string} `@scope/name` or `name`, without what comes after */
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** @param {Room} from @param {boolean} isTest @param {string} specifier @returns {string | undefined} */
const judgePackage = (from, isTest, specifier) => {
  if (specifier.startsWith('node:')) return from.node || isTest ? undefined : `${from.name} also runs in a browser: no node: modules.`;
  const name = packageOf(specifier);
  if (isTest && tests.packages.includes(name)) return undefined;
  const homes = [packageHomes[name] ?? []].flat();
  const isHome = homes.some((home) => from.name === home || from.name.startsWith(`${home}/`));
  if (homes.length > 0 && !from.name.startsWith(packageGuest) && !isHome) return `Only ${homes.join(' and ')} may import ${name}.`;
  return from.packages && !from.packages.includes(name) ? `${from.name} may not import the package ${name}.` : undefined;
};

/** @param {Room} from @param {boolean} isTest @param {Room} to @param {boolean} lazy @returns {string | undefined} */
const judgeRoom = (from, isTest, to, lazy) => {
  if (from.name === to.name) return undefined;
  const allowed = isTest ? [...from.imports, ...tests.imports] : from.imports;
  if (allowed.includes(to.room) || (lazy && from.lazily?.includes(to.room))) return undefined;
  if (from.lazily?.includes(to.room)) return `${from.name} may import ${to.name} only lazily, by import().`;
  return `${from.name} may not import ${to.name}.`;
};

/**
 * @param {string} file the importing file, a path from the root
 * @param {string} specifier
 * @param {boolean} lazy whether it is an `import()`
 * @returns {string | undefined} what is wrong with the import, in a sentence
 */
const judge = (file, specifier, lazy) => {
  const from = roomOf(file);
  if (!from) return undefined;
  const isTest = tests.files.test(file);
  const isRelative = specifier.startsWith('.');
  if (!isRelative && !specifier.startsWith('#')) return judgePackage(from, isTest, specifier);

  const target = isRelative ? path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, '')) : resolveAlias(specifier);
  if (!target) return `${specifier} is none of the aliases in package.json.`;
  const to = roomOf(target);
  if (!to) return `${from.name} may not import ${target}, which is in no room.`;
  // A room in a room is near enough for a relative path; any other has a door, and the door has an alias.
  const isNear = `${to.name}/`.startsWith(`${from.name}/`) || `${from.name}/`.startsWith(`${to.name}/`);
  return judgeRoom(from, isTest, to, lazy) ?? (isRelative && !isNear ? `Import ${to.name} by its alias, not by a path into it.` : undefined);
};

/**
 * @typedef {object} Node the little of ESTree that an import needs
 * @property {string} type
 * @property {unknown} [value] of a literal
 * @property {{ value: { cooked: string } }[]} [quasis] of a template
 * @property {Node} [source] of an import
 * @property {{ name?: string }} [callee] of `new`
 * @property {Node[]} [arguments] of `new`
 */

/** @param {Node | undefined} node @returns {string | undefined} the text of a literal */
const textOf = (node) => (node?.type === 'Literal' ? String(node.value) : node?.quasis?.[0]?.value.cooked);

const boundaries = {
  /** @param {{ cwd: string, filename: string, report: (problem: { node: Node, message: string }) => void }} context */
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const check = (/** @type {Node | undefined} */ source, lazy = false) => {
      const specifier = textOf(source);
      const message = specifier && judge(file, specifier, lazy);
      if (source && message) context.report({ node: source, message });
    };
    const statement = (/** @type {Node} */ node) => check(node.source);
    return {
      ImportDeclaration: statement,
      ExportNamedDeclaration: statement,
      ExportAllDeclaration: statement,
      TSImportType: statement,
      ImportExpression: (/** @type {Node} */ node) => check(node.source, true),
      // `new Worker(new URL('./worker.ts', import.meta.url))` is an import by another name.
      NewExpression: (/** @type {Node} */ node) => node.callee?.name === 'Worker' && check(node.arguments?.[0]?.arguments?.[0]),
    };
  },
};

export default { meta: { name: 'rooms' }, rules: { boundaries } };
