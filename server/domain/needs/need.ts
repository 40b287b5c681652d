/** How many babies of a Place need which support (Design 7), from births, local adversity and uptake. */

/** Low and high end; equal where the sources give one figure. Babies per year, not rounded. */
export type Range = readonly [low: number, high: number];

export interface NeedInput {
  /** per year, whole, from 0 */
  readonly births: number;
  /** relative to the national average: 0.05 is 5% more; -0.5 to 1 */
  readonly adversity: number;
  /** share of those in need whom services see; above 0, up to 1 */
  readonly uptake: number;
}

export interface PopulationNeed extends NeedInput {
  readonly attachment: Readonly<Record<'disorganised' | 'insecure' | 'secure', Range>>;
  readonly levels: {
    /** the universal offer suffices: the secure */
    readonly universalOnly: Range;
    /** mild to moderate, seen by targeted services */
    readonly targeted: Range;
    /** moderate, short-term specialist work */
    readonly specialistShort: Range;
    /** severe, longer-term specialist work */
    readonly specialistLong: Range;
    /** mild to moderate, not seen before two */
    readonly unseenMildModerate: Range;
    /** severe, not seen */
    readonly unseenSevere: Range;
  };
  readonly specialist: {
    /** who comes: need x uptake */
    readonly demand: Range;
    readonly need: Range;
    /** the babies who are missed: need - demand */
    readonly missed: Range;
  };
  /** whole-time equivalents of a specialised team for these births */
  readonly wteBenchmark: number;
}

/** Percent of births at national average adversity. PAIR Commissioning Toolkit (2023), B.1; Sheffield for the specialist need. */
const shares = {
  disorganised: [15, 15],
  insecure: [25, 30],
  targeted: [6.5, 8],
  specialistShort: [1.5, 2],
  specialistLong: [5, 5],
  unseenMildModerate: [16, 20],
  unseenSevere: [10, 10],
  specialistNeed: [19.5, 21],
} as const satisfies Record<string, Range>;

/** Development and Implementation Toolkit (2019), chapter 3: a team for 3,300 births. */
export const benchmark = { wte: 7.33, births: 3300 };

/** The upper end of what the sources say, 25 to 33 percent, and the lower one. */
export const usualUptake = 1 / 3;
export const lowUptake = 0.25;

/**
 * Works out the need. Every share but the secure one grows with adversity; the secure are the rest,
 * at 1 + adversity of up to 2 at least a tenth of births. Expects input within the bounds of NeedInput.
 */
export function populationNeed({ births, adversity, uptake }: NeedInput): PopulationNeed {
  const babies = ([low, high]: Range): Range => [
    (births * low * (1 + adversity)) / 100,
    (births * high * (1 + adversity)) / 100,
  ];
  const disorganised = babies(shares.disorganised);
  const insecure = babies(shares.insecure);
  const secure = rest(births, disorganised, insecure);
  const need = babies(shares.specialistNeed);
  const demand: Range = [need[0] * uptake, need[1] * uptake];
  return {
    births,
    adversity,
    uptake,
    attachment: { disorganised, insecure, secure },
    levels: {
      universalOnly: secure,
      targeted: babies(shares.targeted),
      specialistShort: babies(shares.specialistShort),
      specialistLong: babies(shares.specialistLong),
      unseenMildModerate: babies(shares.unseenMildModerate),
      unseenSevere: babies(shares.unseenSevere),
    },
    specialist: { demand, need, missed: [need[0] - demand[0], need[1] - demand[1]] },
    wteBenchmark: (births * benchmark.wte) / benchmark.births,
  };
}

/** The many of one pattern leave few for the rest, so the ends change places. */
function rest(births: number, one: Range, other: Range): Range {
  return [births - one[1] - other[1], births - one[0] - other[0]];
}
