import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_MESSAGES } from './example-message';
import { renderTemplate, templateError } from './template';
import { WEBHOOK_TEMPLATES } from './templates';
import { webhookMessage, type WebhookMessage } from './webhook-message';

const [, ticket] = EXAMPLE_MESSAGES;
if (!ticket) throw new Error('There is an example of a ticket.');
const render = (template: string, message: WebhookMessage = ticket) => JSON.parse(renderTemplate(template, message)) as unknown;

test('without a template the message itself is sent', () => {
  expect(render(' ')).toEqual(ticket);
});

test('a place inside quotes is text that cannot end them; elsewhere it is JSON', () => {
  expect(render('{"text":"{{title}}","why":"<{{ reason }}>","after":{{after}},"version":{{ticket.version}},"owner":"{{after.owner}}"}')).toEqual({
    text: '整改工单 ZG-0000 已立项：“示例”标题',
    why: '<“示例”\n"quoted" \\ text>',
    after: { state: 'assigned', owner: 'example' },
    version: 2,
    owner: 'example',
  });
});

test('a text is the Chinese one unless its language is named; what is not there is empty, and null elsewhere', () => {
  expect(render('{"zh":"{{state}}","en":"{{state.en}}","due":"{{due}}","none":{{due}},"deep":{{task.interruption.id}}}')).toEqual({ zh: '已立项', en: 'assigned', due: '', none: null, deep: null });
});

test('an escaped quote does not end the text that a place stands in', () => {
  expect(render('{"said":"\\"{{reason}}\\"","on":{{at}}}')).toEqual({ said: `"${ticket.reason}"`, on: ticket.at });
});

test.each([
  ['{"text":"{{titel}}"}', 'there is no {{titel}}'],
  ['{"text":"{{title.fr}}"}', 'there is no {{title.fr}}'],
  ['{"text":"{{constructor}}"}', 'there is no {{constructor}}'],
  ['{"text":{{title}}', 'it is not JSON'],
  ['hello {{title}}', 'it is not JSON'],
  ['{"text":"{{}}"}', 'there is no {{}}'],
])('the template %s is refused', (template, why) => {
  expect(templateError(template)).toContain(why);
});

test('every template to start from makes JSON of every message, and one is for WeCom', () => {
  for (const { template } of WEBHOOK_TEMPLATES) {
    expect(templateError(template)).toBeUndefined();
    for (const message of EXAMPLE_MESSAGES) expect(() => render(template, message)).not.toThrow();
  }
  expect(render(WEBHOOK_TEMPLATES.find(({ id }) => id === 'wecom')?.template ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '整改工单 ZG-0000 已立项：“示例”标题\n责任人：示例\n期限：' },
  });
});

test('the examples are messages', () => {
  for (const message of EXAMPLE_MESSAGES) expect(webhookMessage.parse(message)).toEqual(message);
});

test('whatever somebody typed, the body is JSON and holds exactly that', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"}', '\\', '{{title}}', '\u2028', '"},"admin":true,"x":{"'));
  fc.assert(
    fc.property(text, text, (reason, zh) => {
      const message = { ...ticket, reason, title: { zh } };
      expect(render('{"a":"{{title}}","b":{"c":["<{{reason}}>",{{reason}}]}}', message)).toEqual({ a: zh, b: { c: [`<${reason}>`, reason] } });
    }),
    { numRuns: 500 },
  );
});
