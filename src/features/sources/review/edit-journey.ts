import { type Journey, type Stage, stageId, type Step, type StepId } from '#model';

/** A step moved one place earlier (-1) or later (1). */
export function moveStep(journey: Journey, id: StepId, by: -1 | 1): Journey {
  const steps = [...journey.steps];
  const from = steps.findIndex((step) => step.id === id);
  const [moved, other] = [steps[from], steps[from + by]];
  if (!moved || !other) return journey;
  steps[from + by] = moved;
  steps[from] = other;
  return { ...journey, steps };
}

export const changeStep = (journey: Journey, id: StepId, change: Partial<Step>): Journey => ({
  ...journey,
  steps: journey.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
});

/** Two steps that are one: what came under the name of the first comes under that of the second from now on. */
export function mergeStep(journey: Journey, from: StepId, into: StepId): Journey {
  const merged = journey.steps.find(({ id }) => id === from);
  if (!merged || from === into) return journey;
  const steps = journey.steps.flatMap((step) => {
    if (step.id === from) return [];
    return [step.id === into ? { ...step, aliases: [...(step.aliases ?? []), from, ...(merged.aliases ?? [])] } : step];
  });
  return { ...journey, steps };
}

/** A name that was merged is a step again: right after the one it was in, in its stage. */
export function splitStep(journey: Journey, alias: StepId): Journey {
  const steps = journey.steps.flatMap((step) => {
    if (!step.aliases?.includes(alias)) return [step];
    const { aliases: names, ...rest } = step;
    const others = names.filter((name) => name !== alias);
    return [{ ...rest, ...(others.length > 0 && { aliases: others }) }, { id: alias, stage: step.stage, name: { zh: alias } }];
  });
  return { ...journey, steps };
}

/** One more stage at the end, for steps to be put into. */
export function addStage(journey: Journey): Journey {
  const n = Math.max(0, ...journey.stages.map(({ id }) => Number(/^stage-(\d+)$/.exec(id)?.[1] ?? 0))) + 1;
  return { ...journey, stages: [...journey.stages, { id: stageId.parse(`stage-${n}`), name: { zh: `阶段 ${n}`, en: `Stage ${n}` } }] };
}

export const changeStage = (journey: Journey, id: Stage['id'], change: Partial<Stage>): Journey => ({
  ...journey,
  stages: journey.stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)),
});

/** The journey as it can be saved: stages that no step is in are left out. */
export const savable = (journey: Journey): Journey => ({ ...journey, stages: journey.stages.filter(({ id }) => journey.steps.some(({ stage }) => stage === id)) });
