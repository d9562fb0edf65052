import { ApiError } from '#api';
import { problemType, tellReason } from '#contract';
import { expect, test } from 'vitest';
import { whyFailed } from './why-failed';

const refused = (code: 'unprocessable-file' | 'forbidden', errors: object[]) => {
  const problem = { type: problemType(code), title: 'The file cannot be read', status: 422, detail: 'in English', errors: errors.map((error) => ({ pointer: '', reason: 'in English', ...error })) };
  return new ApiError({ kind: 'problem', problem, code }, 'POST /tickets.xlsx');
};

test('why a file was not taken is said in the language of the page', () => {
  const error = refused('unprocessable-file', [tellReason('attachment-content', { name: '假的.png' })]);
  expect(whyFailed(error, 'zh')).toBe('“假的.png”的内容和它的后缀不符。');
  expect(whyFailed(error, 'en')).toBe('The content of "假的.png" is not what its name says.');
});

test('that nobody answered is no fault of the file; what else went wrong is told as it was', () => {
  expect(whyFailed(new ApiError({ kind: 'network' }, 'POST /tickets.xlsx'), 'zh')).toBe('连不上服务，没有成功。请稍后再试。');
  expect(whyFailed(refused('forbidden', []), 'zh')).toContain('in English');
  expect(whyFailed(new Error('broken'), 'en')).toBe('broken');
});
