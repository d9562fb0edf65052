/** The figures of the close-out (销号), all in one place so that a page can state them. */
export const EVIDENCE_RULES = {
  /** Full days before the first effective day: as many as there are, at least and at most. */
  baselineDays: { least: 28, most: 56 },
  /** Full days after the last effective day. */
  afterDays: { least: 14, most: 60 },
  /** Nobody plans beyond. */
  horizonDays: 366,
  /** One-sided: a rise is no improvement. */
  alpha: 0.05,
  /** The power at the target that fixes the test day. */
  power: 0.8,
  /** The target where nobody set one, as a share of the baseline rate. */
  defaultTargetShare: 0.2,
  /** The share of the target that the observed drop must reach. */
  dropShare: 0.5,
  /** Half-width of the control limits, in units of a day's σ·√φ. */
  controlSigmas: 3,
  /** The CUSUM after the close, in the same units: slack a day, and what raises 复发. */
  cusum: { k: 0, h: 8 },
} as const;
