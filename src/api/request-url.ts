type QueryValue = string | readonly string[] | undefined;

/** An input that `query` schemas read back: strings, arrays for repeated names; what is absent stays out of the URL. */
export type QueryInput = Readonly<Record<string, QueryValue>>;

/**
 * The URL of an operation: parameters percent-encoded into the path, query values in a stable order, arrays as repeated names.
 *
 * @example requestUrl('/api/v1', '/panorama/nodes/:id', { id: 'loan~app' }, { journey: ['loan', 'claim'] })
 * // '/api/v1/panorama/nodes/loan~app?journey=loan&journey=claim'
 */
export function requestUrl(base: string, path: string, params: Readonly<Record<string, string>> = {}, query: QueryInput = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`Failed to build the URL of ${path}: no parameter "${name}".`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const name of Object.keys(query).toSorted()) {
    for (const value of [query[name]].flat()) if (value !== undefined) search.append(name, value);
  }
  return `${base}${filled}${search.size > 0 ? `?${search}` : ''}`;
}
