import type { Kind } from '#model';

/** What is done to a ticket, by whom, on which day (YYYY-MM-DD): told to the product's own services, which decide what comes of it. */
export interface TicketStory {
  title: string;
  description?: string | undefined;
  important?: boolean | undefined;
  locus: { journey: string; step?: string | undefined; touchpoint?: string | undefined; kind?: Kind | undefined; reason?: string | undefined };
  measure?: 'break-rate' | 'loss-rate' | undefined;
  registered: { by: string; on: string };
  complaint?: { reference: string; receivedOn: string; complex: boolean } | undefined;
  /** 立项; absent: nobody has taken it on. The target is a drop in points, or a share of the baseline. */
  assigned?: { by: string; on: string; owner: string; department: string; due: string; target?: number | undefined; share?: number | undefined } | undefined;
  measures: readonly MeasureStory[];
  /** 整改. */
  started?: string | undefined;
  effective: readonly { touchpoint: string; day: string }[];
  /** 提交验证: on this day, or as soon as every effective day has come. */
  submitted?: string | undefined;
  /** 销号: tried on the test day by this second person; sent back by them when the evidence does not pass. */
  closer?: string | undefined;
  /** After it came back: due anew, mended and submitted once more, and not closed. */
  again?: { by: string; on: string; due: string; measures: readonly MeasureStory[]; effective: readonly { touchpoint: string; day: string }[]; submitted: string } | undefined;
  waived?: { by: string; on: string; reason: string } | undefined;
  returned?: { by: string; on: string; reason: string } | undefined;
  said?: readonly { by: string; on: string; text: string; mentions?: readonly string[] }[] | undefined;
}

export interface MeasureStory {
  title: string;
  system: string;
  owner?: string | undefined;
  /** Planned for. */
  due?: string | undefined;
  /** Done on this day, if it has come. */
  done?: string | undefined;
}
