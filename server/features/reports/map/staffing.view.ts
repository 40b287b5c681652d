/** Specialist staff for 1,000 births, against the benchmark (Design 6.7). */
import { staffGapId } from '../../../domain/map/finding-gaps.ts';
import { staffing, type Staffing } from '../../../domain/map/staffing.ts';
import { needInput } from '../../../domain/needs/entered.ts';
import { benchmark } from '../../../domain/needs/need.ts';
import type { PlaceNeed } from '../../../results/needs.ts';
import type { MapGapView } from '../map-gap.view.ts';
import { capital, counted, shortFigure, wholeFigure } from '../words.ts';
import { toItem, type MapContext, type ServiceItem } from './services.view.ts';

export interface StaffingView {
  readonly sentence: string;
  /** for 1,000 births: "at least 3.6" */
  readonly rate: string;
  readonly rows: readonly { readonly term: string; readonly text: string }[];
  /** specialist services that do not say how many staff they have here */
  readonly silent: readonly ServiceItem[];
  readonly note: string;
  /** null where it is not known to be less than the benchmark */
  readonly gap: MapGapView | null;
}

/** @param place its id */
export function toStaffing(
  context: MapContext,
  place: string,
  need: PlaceNeed | null,
): StaffingView {
  const births = (need ? needInput(need.answers) : null)?.births ?? null;
  const staff = staffing(context.running, place, births);
  return {
    sentence: staffSentence(staff, births),
    rate: capital(rateWords(staff)),
    rows: rowsOf(staff, births, need?.year ?? null),
    silent: staff.silent.map((entry) => toItem(entry, context)),
    note: `The benchmark is the staff of one specialised parent-infant team: ${benchmark.wte} WTE for ${wholeFigure(benchmark.births)} births (Parent-Infant Foundation, 2019). All specialist services count here, whatever their focus.`,
    gap: context.findGap(staffGapId),
  };
}

/** "at least 11.6 WTE" where some do not say */
function wteWords({ wte, silent }: Staffing): string {
  if (wte === null) return 'Not known';
  return `${silent.length > 0 ? 'at least ' : ''}${shortFigure(wte)} WTE`;
}

/** "3.6"; "at least 3.6"; "Not known" */
function rateWords({ perThousand, silent }: Staffing): string {
  if (perThousand === null) return 'Not known';
  return `${silent.length > 0 ? 'at least ' : ''}${shortFigure(perThousand)}`;
}

function staffSentence(staff: Staffing, births: number | null): string {
  const goal = `The benchmark is ${shortFigure(staff.benchmarkPerThousand)} for 1,000 births.`;
  if (staff.services.length === 0) return `No specialist service is known to run here. ${goal}`;
  const silent =
    staff.silent.length > 0
      ? ` ${staff.silent.length} of ${counted(staff.services.length, 'specialist service', 'specialist services')} ${staff.silent.length === 1 ? 'does' : 'do'} not say.`
      : '';
  if (staff.wte === null) {
    return `How many specialist staff there are is not known.${silent} ${goal}`;
  }
  if (births === null) {
    return `${capital(wteWords(staff))}.${silent} For 1,000 births: not known, as births are not entered. ${goal}`;
  }
  return `${capital(wteWords(staff))}, ${rateWords(staff)} for 1,000 births.${silent} ${goal}`;
}

function rowsOf(staff: Staffing, births: number | null, year: number | null): StaffingView['rows'] {
  const { relationshipWte, benchmarkWte, benchmarkPerThousand } = staff;
  const wte = (figure: number | null): string =>
    figure === null ? 'Not known' : `${shortFigure(figure)} WTE`;
  return [
    { term: 'Specialist staff in the map', text: capital(wteWords(staff)) },
    { term: 'Of them where the focus is the relationship', text: wte(relationshipWte) },
    {
      term: 'Births a year',
      text: births === null ? 'Not entered' : `${wholeFigure(births)} (${year ?? ''})`,
    },
    { term: 'Staff for 1,000 births', text: capital(rateWords(staff)) },
    { term: 'Benchmark for 1,000 births', text: wte(benchmarkPerThousand) },
    { term: 'Benchmark for these births', text: wte(benchmarkWte) },
  ];
}
