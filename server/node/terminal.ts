/** Lines for the person who started the server. Progress rewrites its own line on a terminal, and is left out of a log. */
export interface Terminal {
  progress(line: string): void;
  done(line: string): void;
}

export function createTerminal(out: NodeJS.WriteStream): Terminal {
  let unfinished = false;
  const erase = () => (unfinished ? '\r\u001B[K' : '');
  return {
    progress(line) {
      if (!out.isTTY) return;
      out.write(`${erase()}${line}`);
      unfinished = true;
    },
    done(line) {
      out.write(`${erase()}${line}\n`);
      unfinished = false;
    },
  };
}
