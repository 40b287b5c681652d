/** The written part of a domain's answer: why this level, what shows it, and links. */
import { answerLimits } from '../../domain/answers/answer.schema.ts';
import { evidenceFrom } from '../../domain/answers/completeness.ts';
import type { Definition, LevelItem } from '../../domain/instrument/definition.ts';
import type { TextArea } from '../../web/components.ts';
import { errorAt, type LevelInput } from './level-input.ts';
import { CANT_SAY, levelName, linksName, partId, textName, type LevelText } from './level.names.ts';
import { levelWord } from './suggestion.view.ts';

interface LinkView {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error: string;
}
export interface WrittenView {
  readonly reason: TextArea;
  readonly evidence: TextArea;
  readonly noEvidence: TextArea;
  readonly linksName: string;
  readonly links: readonly LinkView[];
}

const reasonHint =
  'Needed if the level differs from the suggestion. A sentence or two is enough. Reviewers will read it.';
const evidenceHint =
  'A document, a figure, a decision. Never name or describe a family so that someone could recognise it.';

/** @param suggested a level as its radio's value, or '' */
export function toWritten(item: LevelItem, suggested: string, input: LevelInput): WrittenView {
  const { definition } = input;
  const chosen = input.form.text(levelName(item));
  return {
    reason: toTextArea(item, 'reason', input, {
      label: reasonLabel(definition, chosen, suggested),
      hint: reasonHint,
      rows: 3,
    }),
    evidence: toTextArea(item, 'evidence', input, {
      label: 'What shows this?',
      hint: evidenceHint,
      rows: 5,
    }),
    noEvidence: toTextArea(item, 'noEvidence', input, {
      label: 'If nothing shows it yet, why?',
      hint: `Needed from ${levelWord(definition, evidenceFrom)} up, where there is no evidence.`,
      rows: 2,
    }),
    linksName: linksName(item),
    links: toLinks(item, input),
  };
}

function toTextArea(
  item: LevelItem,
  text: LevelText,
  { form, faults }: LevelInput,
  words: Pick<TextArea, 'label' | 'hint' | 'rows'>,
): TextArea {
  const id = textName(item, text);
  return { ...words, id, name: id, value: form.text(id), error: errorAt(id, faults) };
}

/** The page's script says the same while answers change. "We can't say" needs no reason. */
function reasonLabel(definition: Definition, chosen: string, suggested: string): string {
  const differs = chosen !== '' && chosen !== CANT_SAY && suggested !== '' && chosen !== suggested;
  if (!differs) return 'Why this level?';
  const [yours, ours] = [chosen, suggested].map((level) => levelWord(definition, Number(level)));
  return `Why ${yours}, when the answers suggest ${ours}?`;
}

const fewestLinks = 3;

/** Those that are given, and room for more. */
function toLinks(item: LevelItem, { form, faults }: LevelInput): LinkView[] {
  const name = linksName(item);
  const given = form.all(name);
  const used = given.filter((link) => link !== '').length;
  const room = Math.min(Math.max(fewestLinks, used + 1), answerLimits.links);
  const shown = Math.max(room, given.length);
  return Array.from({ length: shown }, (_, index) => ({
    id: partId(name, index),
    label: `Link ${index + 1}`,
    value: given[index] ?? '',
    error: errorAt(partId(name, index), faults),
  }));
}
