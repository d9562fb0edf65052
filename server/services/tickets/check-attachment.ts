import { ATTACHMENT_TYPES, tellReason, type ToldReason } from '#contract';
import { ProblemError } from '../../http/problem-error';

type Ending = keyof typeof ATTACHMENT_TYPES;

/**
 * The media type of a file by the ending of its name, once its first bytes agree with it. Throws `unprocessable-file` for one that is empty, of another
 * kind than it says, or of a kind that is not taken.
 */
export function attachmentType(name: string, content: Uint8Array): string {
  const ending = Object.keys(ATTACHMENT_TYPES).find((one): one is Ending => name.toLowerCase().endsWith(`.${one}`));
  if (!ending) throw unprocessable(tellReason('attachment-type', { endings: `.${Object.keys(ATTACHMENT_TYPES).join(', .')}` }), '?filename');
  if (content.length === 0) throw unprocessable(tellReason('file-empty'), '');
  if (!CONTENTS[ending](content)) throw unprocessable(tellReason('attachment-content', { name }), '');
  return ATTACHMENT_TYPES[ending];
}

const unprocessable = (told: ToldReason, pointer: string) => new ProblemError('unprocessable-file', told.reason, { errors: [{ pointer, ...told }] });

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const startsWith =
  (...beginnings: string[]) =>
  (content: Uint8Array): boolean =>
    beginnings.some((one) => latin(content.subarray(0, one.length)) === one);

/** A ZIP whose directory, at its end, names a part in this folder. */
const office =
  (folder: string) =>
  (content: Uint8Array): boolean =>
    startsWith('PK\u0003\u0004')(content) && new TextDecoder('latin1').decode(content.subarray(-65_536)).includes(folder);

/** Text in whatever encoding has none of the control characters that binary files are full of. */
const text = (content: Uint8Array): boolean => content.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);

const jpeg = startsWith('\u00FF\u00D8\u00FF');

/** Whether bytes are what an ending says, by the marks that such files begin with. */
const CONTENTS: Record<Ending, (content: Uint8Array) => boolean> = {
  png: startsWith('\u0089PNG\r\n\u001A\n'),
  jpg: jpeg,
  jpeg,
  gif: startsWith('GIF87a', 'GIF89a'),
  webp: (content) => startsWith('RIFF')(content) && latin(content.subarray(8, 12)) === 'WEBP',
  pdf: startsWith('%PDF-'),
  xlsx: office('xl/'),
  docx: office('word/'),
  pptx: office('ppt/'),
  csv: text,
  txt: text,
};
