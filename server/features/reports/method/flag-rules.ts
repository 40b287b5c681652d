/** Each flag's rule with a domain's own figures: why it is raised, or why not (Design 4.4). */
import type { DomainScore } from '../../../domain/scoring/score.ts';
import type { WorkingRow } from '../domain-working.view.ts';
import { decimal, type LevelWords } from '../words.ts';

export type RuleRow = Pick<WorkingRow, 'label' | 'value'>;

/** For those who may see the distribution, and where somebody gave a level. */
export function flagRules(score: DomainScore, words: LevelWords): RuleRow[] {
  return [
    { label: 'Split?', value: splitRule(score) },
    { label: 'Few answers?', value: responseRule(score) },
    { label: 'No evidence?', value: evidenceRule(score, words) },
  ];
}

function splitRule({ n, range, agreement, split }: DomainScore): string {
  const verdict = split ? 'split' : 'not split';
  if (n >= 5) {
    const side = split ? 'below' : 'not below';
    return `Five or more gave a level, so agreement tells: ${decimal(agreement ?? 0)} is ${side} 0.60: ${verdict}.`;
  }
  const apart = range === 1 ? '1 level' : `${String(range ?? 0)} levels`;
  return `Fewer than five gave a level, so the range tells: ${apart}, and a split is 2 or more: ${verdict}.`;
}

function responseRule({ n, assigned, reasons }: DomainScore): string {
  const few = reasons.includes('response');
  return `${n} of ${assigned} gave a level, ${few ? 'fewer than half: yes' : 'half or more: no'}.`;
}

function evidenceRule({ median, withEvidence, reasons }: DomainScore, words: LevelWords): string {
  if ((median ?? 0) < 3) return `The flag is raised from a median of ${words.word(3)} on: no.`;
  const gave = withEvidence === 1 ? '1 agency' : `${withEvidence} agencies`;
  const median3 = `The median is ${words.word(3)} or higher`;
  return reasons.includes('evidence')
    ? `${median3}, and no agency gave evidence: yes.`
    : `${median3}, and ${gave} gave evidence: no.`;
}
