import { parseArgs } from 'node:util';
import { AuditUnreadable, auditEntries } from './audit-entries';
import { verifyAudit } from './verify-audit';

const USAGE = `Checks that nothing in an audit was changed, removed, added or moved.

  npm run audit:verify -- <data folder | export.ndjson> [--holds <hash>]

A data folder is only read, and a server may have it open. An export is what GET /api/v1/audit gives. A chain that was cut at its end is
whole as far as it goes: note the hash that is printed, and ask later with --holds whether the chain still has it.

It ends with 0 when all is good, with 1 when a link is broken or the hash is not there, with 2 when there is nothing to check.`;

interface Outcome {
  code: 0 | 1 | 2;
  out?: string | undefined;
  err?: string | undefined;
}

/** What `npm run audit:verify` does with its arguments. */
export async function auditCommand(args: readonly string[]): Promise<Outcome> {
  const asked = readArgs(args);
  if (typeof asked === 'string') return { code: 2, err: `${asked}\n\n${USAGE}` };
  if (asked.help) return { code: 0, out: USAGE };
  try {
    const { good, tail, holds, broken } = await verifyAudit(auditEntries(asked.from), asked.holds);
    const out = `${good.toLocaleString('en')} ${good === 1 ? 'entry is' : 'entries are'} good; the last good one has the hash ${tail}.`;
    if (broken) return { code: 1, out, err: `Broken at entry ${broken.sequence}: ${broken.what}.${broken.found ? ` There stands: ${broken.found}.` : ''}` };
    if (asked.holds !== undefined && !holds) return { code: 1, out, err: `No entry has the hash ${asked.holds}: the chain was cut, or made anew.` };
    return { code: 0, out };
  } catch (error) {
    if (error instanceof AuditUnreadable) return { code: 2, err: error.message };
    throw error;
  }
}

function readArgs(args: readonly string[]): { from: string; holds?: string | undefined; help?: boolean | undefined } | string {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { holds: { type: 'string' }, help: { type: 'boolean' } } });
    const [from = '', ...more] = positionals;
    if (!values.help && (from === '' || more.length > 0)) return 'Please name one data folder or one export.';
    return { from, ...values };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
