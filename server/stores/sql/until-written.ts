/** Answers that are the same until somebody writes. */
export class UntilWritten<Answer> {
  readonly #answers = new Map<string, Answer>();
  #writes = 0;

  known(question: string): Answer | undefined {
    return this.#answers.get(question);
  }

  /** An answer is kept unless somebody wrote while it was asked for. */
  async get(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(question);
    if (known !== undefined) return known;
    const writes = this.#writes;
    const answer = await ask();
    if (writes === this.#writes) this.#answers.set(question, answer);
    return answer;
  }

  /** To be called once a write is committed: whoever asked before then saw what was there before. */
  forget(): void {
    this.#writes++;
    this.#answers.clear();
  }
}
