/** The first bytes of a stream (fewer where it ends), and the stream as if nobody had looked. With `cut`, what fails is taken for its end. */
export async function peek(stream: ReadableStream<Uint8Array>, length: number, cut = false): Promise<{ head: Uint8Array; stream: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < length && !ended) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      if (cut) return { done: true, value: undefined };
      throw error;
    });
    ended = done;
    if (value) {
      chunks.push(value);
      size += value.length;
    }
  }
  const head = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    head.set(chunk, at);
    at += chunk.length;
  }
  const whole = new ReadableStream<Uint8Array>({
    start(controller) {
      if (size > 0) controller.enqueue(head);
      if (ended) controller.close();
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head: head.subarray(0, length), stream: whole };
}
