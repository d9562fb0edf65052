import { journeyRules, type Catalogue, type CatalogueRules, type JourneyRules, type StepRules, type Touchpoint } from '#model';
import type { Terms } from './terms';

/** A catalogue looked up by codes: what detection needs while rows stream by. */
export class CodedRules {
  readonly catalogue: Catalogue;
  readonly rules: CatalogueRules;
  readonly #terms: Terms;
  readonly #journeys: (JourneyRules | null)[] = [];
  readonly #steps: (StepRules | null)[][] = [];
  readonly #touchpoints: (Touchpoint | null)[] = [];

  constructor(catalogue: Catalogue, terms: Terms) {
    this.catalogue = catalogue;
    this.rules = journeyRules(catalogue);
    this.#terms = terms;
  }

  /** `null` for a journey the catalogue does not know. */
  journey(code: number): JourneyRules | null {
    return (this.#journeys[code] ??= this.rules.journeys.get(this.#terms.text(code)) ?? null);
  }

  step(journey: number, code: number): StepRules | null {
    const steps = (this.#steps[journey] ??= []);
    return (steps[code] ??= this.journey(journey)?.steps.get(this.#terms.text(code)) ?? null);
  }

  touchpoint(code: number): Touchpoint | null {
    return (this.#touchpoints[code] ??= this.rules.touchpoints.get(this.#terms.text(code)) ?? null);
  }
}
