import { type ReasonCode, tellReason, type ToldReason } from '#contract';

/** A file that cannot be read (any further). */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly told: ToldReason & { line?: number | undefined };

  /** @param params of the reason; `line` among them is where */
  constructor(code: ReasonCode, params: Record<string, string | number> & { line?: number } = {}) {
    const told = tellReason(code, params);
    super(told.reason);
    this.told = { ...told, line: params.line };
  }

  /** Of a reason that is told already. */
  static of(told: ToldReason & { line?: number | undefined }): UnreadableFile {
    const error = new UnreadableFile('no-events');
    return Object.assign(error, { message: told.reason, told });
  }
}
