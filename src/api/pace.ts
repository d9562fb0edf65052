/** Calls at once, then at most every `ms`, and never forgets the last call. What takes longer than that is waited for. */
export function pace(action: () => Promise<void> | void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    again = false;
    running = true;
    timer = setTimeout(() => {
      timer = undefined;
      next();
    }, ms);
    try {
      await action();
    } finally {
      running = false;
      next();
    }
  };
  const next = () => {
    if (again && !running && timer === undefined) void run();
  };
  const paced = () => {
    again = true;
    next();
  };
  return Object.assign(paced, {
    cancel: () => {
      again = false;
      clearTimeout(timer);
    },
  });
}
