import { getLedgerFile, getLedgerTemplate, postLedgerFile, XLSX } from '#contract';
import { zoneOf } from '#model';
import type { Binder } from '../http/bind';
import { once } from '../http/once';
import { ProblemError } from '../http/problem-error';
import { readBody } from '../http/read-body';
import { UnreadableFile } from '../ingest/unreadable-file';
import type { Services } from '../services/services';
import { importLedger, importResult } from '../services/tickets/sheet/import-ledger';
import { writeLedger, writeTemplate } from '../services/tickets/sheet/write-ledger';
import { sha256 } from '../services/tickets/sha256';
import { ticketAsker, ticketQuestion } from '../services/tickets/ticket-question';

const MAX_BYTES = 10 * 1024 * 1024;

export function bindLedgerFiles(bind: Binder, services: Services): void {
  const { ports, tickets } = services;
  const zone = zoneOf(ports.config.zone);

  bind.response(getLedgerFile, async ({ access, person, now, request, query: { language = 'zh', ...filter } }) => {
    const question = { ...ticketQuestion(filter, ticketAsker(person, zone, now)), sort: 'id' } as const;
    const file = `${language === 'en' ? 'ledger' : '整改台账'} ${zone.dayOf(now)}.xlsx`;
    return workbook(request, file, () => writeLedger(services, ports.ledger.eachTicket(access, question), language, now));
  });

  bind.response(getLedgerTemplate, async ({ request, query: { language = 'zh' } }) => workbook(request, language === 'en' ? 'ledger template.xlsx' : '整改台账模板.xlsx', () => writeTemplate(services, language)));

  bind.action(postLedgerFile, async (asked) => {
    const file = await readBody(asked.request, MAX_BYTES);
    try {
      if (asked.query.dry === 'true') return await importLedger(services, tickets, asked, { file, dry: true }, () => undefined);
      const body = { sha256: await sha256(file) };
      return await once(ports.ledger, { ...asked, body }, importResult, (remember) => importLedger(services, tickets, asked, { file, dry: false }, remember));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      throw new ProblemError('unprocessable-file', error.told.reason, { errors: [{ pointer: '', ...error.told }] });
    }
  });
}

async function workbook(request: Request, file: string, write: () => Promise<ReadableStream<Uint8Array>>): Promise<Response> {
  const headers = { 'content-type': XLSX, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`, 'cache-control': 'no-store' };
  return new Response(request.method === 'HEAD' ? null : await write(), { headers });
}
