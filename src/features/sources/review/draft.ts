import type { CatalogueTrial } from '#contract';
import type { Journey, Touchpoint } from '#model';

/** What a review is about to save. */
export interface Draft {
  journey: Journey;
  /** All of the catalogue's, with those that changed. */
  touchpoints: readonly Touchpoint[];
}

/** A part of the review that edits the draft. */
export interface EditsDraft {
  draft: Draft;
  observed: CatalogueTrial | undefined;
  onChange: (draft: Draft) => void;
}
