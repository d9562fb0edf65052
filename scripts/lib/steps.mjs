/**
 * @typedef {{ name: string, ok: boolean, output: string, seconds: number }} StepResult
 */

const seconds = (/** @type {number} */ value) => `${value.toFixed(1)} s`;

/**
 * Does one step of a check and tells how it went in one line, followed by its output when it failed or has something to show.
 *
 * @param {string} name
 * @param {() => Promise<{ code: number, output: string } | void>} work a thrown error fails the step
 * @returns {Promise<StepResult>}
 */
export const step = async (name, work) => {
  const started = performance.now();
  const { code, output } = await work().then(
    (result) => result ?? { code: 0, output: '' },
    (error) => ({ code: 1, output: error instanceof Error ? error.message : String(error) }),
  );
  const result = { name, ok: code === 0, output: output.trim(), seconds: (performance.now() - started) / 1000 };
  console.log(`${result.ok ? '✓' : '✗'} ${name} (${seconds(result.seconds)})`);
  if (!result.ok && result.output) console.log(`${result.output}\n`);
  return result;
};
