/** Answers of one revision, so that the same question again with nothing changed costs nothing. */
export interface AnswerCache {
  /** The remembered answer, or the one that `make` gives; whoever asks meanwhile shares it. */
  get<Answer>(key: string, revision: string, make: () => Promise<Answer>): Promise<Answer>;
}

const REMEMBERED = 64;

export function createAnswerCache(): AnswerCache {
  const answers = new Map<string, Promise<unknown>>();
  let known = '';
  return {
    get<Answer>(key: string, revision: string, make: () => Promise<Answer>): Promise<Answer> {
      if (revision !== known) answers.clear();
      known = revision;
      // The key is the whole question, so what is remembered under it is of the asker's type.
      const remembered = answers.get(key) as Promise<Answer> | undefined;
      answers.delete(key);
      const answer = remembered ?? make();
      answers.set(key, answer);
      const oldest = answers.keys().next();
      if (answers.size > REMEMBERED && !oldest.done) answers.delete(oldest.value);
      if (!remembered) answer.catch(() => answers.get(key) === answer && answers.delete(key));
      return answer;
    },
  };
}
