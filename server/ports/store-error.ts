/** Why a store on disk cannot be used. */
export type StoreFault =
  /** Another process has it open. */
  | 'taken'
  /** The folder or file cannot be written. */
  | 'unwritable'
  /** What is there is not a store of this product, or is damaged, or is of a newer version. */
  | 'corrupt';

/** A store that cannot be opened. `message` is one line for a person; `path` is the file or folder it is about. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly fault: StoreFault,
    readonly path: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
