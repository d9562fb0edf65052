import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures';

test.use({ ownSite: 'webhooks' });

test('another system hears, signed, of a ticket; and what was sent can be looked up', async ({ page, visit, running, expectAccessible }) => {
  // Not on the static site: the server in the browser reaches no other program.
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo; // Listening on a host and port, its address is no pipe's name.

  await visit('/data');
  await page.getByRole('button', { name: '添加通知地址' }).click();
  await page.getByLabel('名称').fill('CRM');
  await page.getByLabel('地址（http 或 https）').fill(`http://127.0.0.1:${port}/hook`);
  await page.getByRole('checkbox', { name: '工单登记' }).check();
  await expectAccessible({ within: 'dialog' });
  await page.getByRole('button', { name: '保存' }).click();
  const secret = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  await page.getByRole('button', { name: '我已保存密钥' }).click();

  const registered = await page.request.post(new URL('api/v1/tickets', running.url).href, { data: { title: '对外通知试验', locus: { journey: 'loan' } } });
  expect(registered.status()).toBe(201);
  await expect.poll(() => heard.length).toBe(1);
  const [{ headers, body } = { headers: {}, body: '' }] = heard;
  expect(body).toContain('对外通知试验');
  expect(headers['x-throughline-signature']).toBe(createHmac('sha256', secret).update(`${headers['x-throughline-timestamp']}.${body}`).digest('hex'));

  await page.getByRole('button', { name: '发送记录' }).click();
  await expect(page.getByText('已送达')).toBeVisible();
  await page.getByRole('button', { name: '重发' }).click();
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[1]?.headers['x-throughline-delivery']).toBe(headers['x-throughline-delivery']);
  receiver.close();
});
