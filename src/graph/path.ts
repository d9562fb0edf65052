export type Point = readonly [x: number, y: number];

const round = (value: number): number => Math.round(value * 10) / 10;
const write = ([x, y]: Point): string => `${round(x)},${round(y)}`;

/** An S between two points that leaves and arrives horizontally. */
export function horizontalCurve(from: Point, to: Point): string {
  const middle = (from[0] + to[0]) / 2;
  return `M${write(from)}C${write([middle, from[1]])} ${write([middle, to[1]])} ${write(to)}`;
}

/** An S between two points that leaves and arrives vertically. */
export function verticalCurve(from: Point, to: Point): string {
  const middle = (from[1] + to[1]) / 2;
  return `M${write(from)}C${write([from[0], middle])} ${write([to[0], middle])} ${write(to)}`;
}

/** An arc that leaves upwards, runs `rise` above both ends and comes down: over whatever stands between. */
export function overArc(from: Point, to: Point, rise: number): string {
  const span = to[0] - from[0];
  // A cubic whose handles lie at h reaches 3/4 of h.
  const top = Math.min(from[1], to[1]) - (rise * 4) / 3;
  const reach = Math.sign(span) * Math.min(Math.abs(span) / 3, 70);
  return `M${write(from)}C${write([from[0] + reach, top])} ${write([to[0] - reach / 2, top])} ${write(to)}`;
}

/** Straight stretches through the points, each corner rounded by at most `radius`. */
export function roundedLine(points: readonly Point[], radius: number): string {
  const [start, ...rest] = points;
  if (!start) return '';
  let path = `M${write(start)}`;
  rest.forEach((corner, index) => {
    const before = points[index] ?? corner;
    const after = rest[index + 1];
    if (!after) {
      path += `L${write(corner)}`;
      return;
    }
    const bend = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    path += `L${write(towards(corner, before, bend))}Q${write(corner)} ${write(towards(corner, after, bend))}`;
  });
  return path;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = distance(from, to);
  return whole === 0 ? from : [from[0] + ((to[0] - from[0]) * length) / whole, from[1] + ((to[1] - from[1]) * length) / whole];
};
