import { auditCommand } from './node/audit-command';

/** `npm run audit:verify`. */
async function main(): Promise<void> {
  const { code, out, err } = await auditCommand(process.argv.slice(2));
  if (out) process.stdout.write(`${out}\n`);
  if (err) process.stderr.write(`${err}\n`);
  process.exitCode = code;
}

await main();
