/** How many answers are remembered. */
const ANSWERS = 200;

/**
 * Remembers answers of one revision: the same question with nothing changed is answered at once, and asked once when several ask
 * together. Answers are shared: whoever gets one must not change it.
 */
export class AnswerCache {
  #revision = '';
  readonly #answers = new Map<string, Promise<unknown>>();

  /**
   * @param revision read before asking, so that an answer is at least as new as its revision
   * @param question everything the answer depends on beside the revision; says which type the answer has
   */
  get<Answer>(revision: string, question: string, ask: () => Promise<Answer>): Promise<Answer> {
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#answers.clear();
    }
    // One question always has answers of one type: it names its kind.
    const known = this.#answers.get(question) as Promise<Answer> | undefined;
    if (known) {
      // The least recently asked goes first.
      this.#answers.delete(question);
      this.#answers.set(question, known);
      return known;
    }
    const answer = ask();
    this.#answers.set(question, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
    answer.catch(() => {
      if (this.#answers.get(question) === answer) this.#answers.delete(question);
    });
    return answer;
  }
}
