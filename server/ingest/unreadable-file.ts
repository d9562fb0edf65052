/** A file that cannot be read (any further). The message is a sentence for a person, with what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}
