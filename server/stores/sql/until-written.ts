/** Answers that are the same until somebody writes. */
export class UntilWritten<Answer> {
  readonly #answers = new Map<string, Answer>();

  known(question: string): Answer | undefined {
    return this.#answers.get(question);
  }

  /** Call it, as `forget`, in a transaction: then nobody writes between the asking and the keeping. */
  async get(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#answers.get(question) ?? (await ask());
    this.#answers.set(question, answer);
    return answer;
  }

  forget(): void {
    this.#answers.clear();
  }
}
