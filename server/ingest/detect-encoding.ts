/** How a text's bytes are to be read; `guessed` where nothing in them says so for sure. */
export interface DetectedEncoding {
  name: string;
  guessed: boolean;
}

/** Of the bytes beyond ASCII, how many stand in pairs, as Chinese characters do, for the text to be taken for Chinese. */
const CHINESE = 0.6;

/**
 * By the byte order mark, else by the XML declaration, else UTF-8 where the bytes are that, else GB18030 where they look like Chinese, else
 * Windows-1252 (which holds Latin-1).
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  const startsWith = (...magic: number[]) => magic.every((byte, index) => head[index] === byte);
  if (startsWith(0xef, 0xbb, 0xbf)) return { name: 'utf-8', guessed: false };
  if (startsWith(0xff, 0xfe)) return { name: 'utf-16le', guessed: false };
  if (startsWith(0xfe, 0xff)) return { name: 'utf-16be', guessed: false };
  const declaration = /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/i.exec(new TextDecoder('latin1').decode(head.subarray(0, 256)));
  if (declaration?.[1]) return { name: declaration[1].toLowerCase(), guessed: false };
  if (isUtf8(head)) return { name: 'utf-8', guessed: false };
  return { name: looksChinese(head) ? 'gb18030' : 'windows-1252', guessed: true };
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function looksChinese(head: Uint8Array): boolean {
  let beyond = 0;
  let paired = 0;
  for (let at = 0; at < head.length; at++) {
    if ((head[at] ?? 0) < 0x80) continue;
    beyond++;
    // GB 2312, in which nearly all of any Chinese text is: both bytes beyond ASCII.
    if ((head[at] ?? 0) >= 0xa1 && (head[at] ?? 0) <= 0xf7 && (head[at + 1] ?? 0) >= 0xa1) {
      beyond++;
      paired += 2;
      at++;
    }
  }
  return paired >= CHINESE * beyond;
}
