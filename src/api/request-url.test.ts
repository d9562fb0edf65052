import { expect, test } from 'vitest';
import { requestUrl } from './request-url';

test('parameters are encoded into the path and values sorted into the query', () => {
  expect(requestUrl('/api/v1', '/panorama/nodes/:id', { id: '试算/1~app' }, { to: '2026-11-22', from: '2026-10-24' })).toBe(
    '/api/v1/panorama/nodes/%E8%AF%95%E7%AE%97%2F1~app?from=2026-10-24&to=2026-11-22',
  );
});

test('arrays repeat a name, what is absent stays out', () => {
  expect(requestUrl('', '/panorama', {}, { journey: ['loan', 'claim'], segment: undefined })).toBe('/panorama?journey=loan&journey=claim');
  expect(requestUrl('', '/panorama', {}, { segment: undefined })).toBe('/panorama');
});

test('a parameter that was not given is a mistake of the caller', () => {
  expect(() => requestUrl('', '/imports/:id')).toThrow('no parameter "id"');
});
