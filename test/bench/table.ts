/** The bench's results as a table in Markdown. */
import { median, type Comparison, type Measured } from './load.ts';

const heads = [
  'what',
  'ours a second',
  'bare a second',
  'ratio, median',
  'range',
  'µs of processor, ours',
  'bare',
  'ratio',
];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Ratios are taken round by round. */
function row({ what, ours, bare }: Comparison): string {
  const rate = ({ perSecond }: Measured): number => perSecond;
  const ratios = ours.map((one, round) => one.perSecond / (bare[round]?.perSecond ?? 1));
  const [oursCpu, bareCpu] = [ours, bare].map((all) => median(all.flatMap(({ cpu }) => cpu ?? [])));
  const cpu =
    oursCpu && bareCpu
      ? [oursCpu.toFixed(0), bareCpu.toFixed(0), (bareCpu / oursCpu).toFixed(2)]
      : ['', '', ''];
  return line([
    what,
    median(ours.map(rate)).toFixed(1),
    median(bare.map(rate)).toFixed(1),
    `**${median(ratios).toFixed(2)}**`,
    `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
    ...cpu,
  ]);
}

export function table(results: readonly Comparison[]): string {
  return [line(heads), line(heads.map(() => '---')), ...results.map(row)].join('\n');
}
