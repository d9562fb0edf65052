/** The search part of a URL as an object: strings, and arrays where a name is repeated; the same form as the API's queries. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** The other way round, in the order given; what is `undefined` stays out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat()) if (one !== undefined) params.append(name, String(one));
  }
  // A node's id reads `loan~app` in the address bar; `~` and `:` need no escape in a query.
  const text = params.toString().replaceAll('%7E', '~').replaceAll('%3A', ':');
  return text && `?${text}`;
}
