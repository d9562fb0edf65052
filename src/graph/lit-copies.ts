/**
 * What is lit on the map, copied into the two drawings over its veil: cards into `[data-over="cards"]`, lines into `[data-over="lines"]`.
 * The veil says itself that it is shown (`data-shown`): said by the map, every element in it would be looked at for what that changes.
 */
export class LitCopies {
  private originals: Element[] = [];

  constructor(
    private readonly root: HTMLElement,
    private readonly lit: ReadonlySet<string>,
  ) {}

  /** Copies anew; what has gone in between is lit no more. */
  draw(): void {
    for (const original of this.originals) original.toggleAttribute('data-lit', false);
    this.originals = [...this.lit].flatMap((id) => elementsOf(this.root, id));
    for (const original of this.originals) original.toggleAttribute('data-lit', true);
    const outermost = this.originals.filter((original) => !original.parentElement?.closest('[data-id]'));
    this.over('lines')?.replaceChildren(...outermost.filter((original) => original instanceof SVGElement).map(copyOf));
    this.over('cards')?.replaceChildren(...outermost.filter((original) => original instanceof HTMLElement).map(copyOf));
    this.showVeil(true);
  }

  clear(): void {
    for (const original of this.originals) original.toggleAttribute('data-lit', false);
    this.originals = [];
    this.over('lines')?.replaceChildren();
    this.over('cards')?.replaceChildren();
    this.showVeil(false);
  }

  private showVeil(shown: boolean): void {
    this.root.querySelector('[data-veil]')?.toggleAttribute('data-shown', shown);
  }

  private over(what: 'lines' | 'cards'): Element | null {
    return this.root.querySelector(`[data-over="${what}"]`);
  }
}

const elementsOf = (root: HTMLElement, id: string): Element[] => [...root.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)];

/** For the eye alone: it is not found by its id, and what is clicked is the original below it. */
function copyOf(original: Element): Node {
  const copy = original.cloneNode(true);
  if (!(copy instanceof Element)) return copy;
  const focused = [...original.querySelectorAll('button')].findIndex((button) => button.matches(':focus-visible'));
  copy.querySelectorAll('button').item(focused)?.toggleAttribute('data-focused', true);
  for (const element of [copy, ...copy.querySelectorAll('[data-id]')]) element.removeAttribute('data-id');
  return copy;
}
