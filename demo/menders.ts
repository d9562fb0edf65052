/** By the journey it is in: owner, department and the manager who looks at it. */
const MENDERS: Record<string, { owner: string; department: string; manager: string }> = {
  renewal: { owner: 'jiang', department: 'renewals', manager: 'wei' },
  recording: { owner: 'sun', department: 'digital', manager: 'wang' },
  loan: { owner: 'zhao', department: 'digital', manager: 'wang' },
  change: { owner: 'chu', department: 'policy', manager: 'chen' },
  claim: { owner: 'feng', department: 'claims', manager: 'zheng' },
  identity: { owner: 'li', department: 'underwriting', manager: 'he' },
  surrender: { owner: 'qian', department: 'digital', manager: 'wang' },
  epolicy: { owner: 'chu', department: 'policy', manager: 'chen' },
};
/** Who mends what of a journey. */
export const menderOf = (journey: string) => MENDERS[journey] ?? { owner: 'zhao', department: 'digital', manager: 'wang' };
