/** Counters of this process in the Prometheus text format. */
export interface Metrics {
  answered(route: string, method: string, status: number, seconds: number): void;
  events(what: 'accepted' | 'duplicate' | 'rejected', count: number): void;
  /** @param revision of the event store, told as a label because it is no number */
  text(revision: string): string;
}

/** Upper bounds of the latency histogram, in seconds. */
const BUCKETS = [0.005, 0.02, 0.1, 0.5, 2, 10];

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const buckets = BUCKETS.map(() => 0);
  let answers = 0;
  let seconds = 0;
  const events = { accepted: 0, duplicate: 0, rejected: 0 };
  return {
    answered(route, method, status, took) {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      answers++;
      seconds += took;
      BUCKETS.forEach((bound, index) => {
        if (took <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
      });
    },
    events(what, count) {
      events[what] += count;
    },
    text: (revision) =>
      [
        '# HELP throughline_requests_total Requests answered.',
        '# TYPE throughline_requests_total counter',
        ...[...requests].map(([labels, count]) => `throughline_requests_total{${labels}} ${count}`),
        '# HELP throughline_request_seconds Time to an answer.',
        '# TYPE throughline_request_seconds histogram',
        ...BUCKETS.map((bound, index) => `throughline_request_seconds_bucket{le="${bound}"} ${buckets[index]}`),
        `throughline_request_seconds_bucket{le="+Inf"} ${answers}`,
        `throughline_request_seconds_sum ${seconds}`,
        `throughline_request_seconds_count ${answers}`,
        '# HELP throughline_events_total Events received by the API, by what became of them.',
        '# TYPE throughline_events_total counter',
        ...Object.entries(events).map(([what, count]) => `throughline_events_total{what="${what}"} ${count}`),
        '# HELP throughline_revision_info The revision of the stored data.',
        '# TYPE throughline_revision_info gauge',
        `throughline_revision_info{revision="${revision}"} 1`,
        '',
      ].join('\n'),
  };
}
