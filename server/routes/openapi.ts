import { getOpenapi, openapi } from '#contract';
import type { Binder } from '../http/bind';
import type { Services } from '../services/services';

export function bindOpenapi(bind: Binder, { ports: { config } }: Services): void {
  let document: string | undefined;
  bind.response(getOpenapi, async () => {
    document ??= JSON.stringify(openapi(config.version));
    return new Response(document, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } });
  });
}
