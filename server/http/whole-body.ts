/** Of answers that were there as a whole: reading them from a `Response` copies them several times. */
const bodies = new WeakMap<Response, Uint8Array<ArrayBuffer>>();

export function wholeResponse(bytes: Uint8Array<ArrayBuffer>, init: ResponseInit): Response {
  const response = new Response(bytes, init);
  bodies.set(response, bytes);
  return response;
}

/** All bytes of an answer; not to be changed. */
export async function wholeBodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return bodies.get(response) ?? new Uint8Array(await response.arrayBuffer());
}
