/** What a support element stands at in a Place: the colour that the map gives, and the one that the reviewers agreed. */
import { answerWords } from '../domain/answers/words.ts';
import type { SimpleAnswer } from '../domain/answers/answers.ts';
import type { ElementCell } from '../domain/elements/element.ts';
import type { ElementRule } from '../domain/instrument/definition.ts';
import type { ElementContext } from '../web/element-words.ts';
import type { AgreedElement } from './map.queries.ts';
import type { ServiceMap } from './service-map.ts';

export interface PlaceElement {
  readonly rule: ElementRule;
  /** the derived colour, with its reasons: it stays visible beside another one (Design 5) */
  readonly cell: ElementCell;
  /** the colour that holds: the agreed one, else the derived one */
  readonly rag: ElementCell['rag'];
  /** null while the reviewers have recorded nothing of it */
  readonly agreed: AgreedElement | null;
}

/** The Place's elements, in the rules' order. */
export function elementsAt(map: ServiceMap, placeId: string): PlaceElement[] {
  const cells = map.places.get(placeId)?.elements ?? [];
  return map.rules.elements.flatMap((rule) => {
    const cell = cells.find(({ element }) => element === rule.id);
    if (!cell) return [];
    const agreed =
      map.agreed.find((one) => one.placeId === placeId && one.itemId === rule.id) ?? null;
    return [{ rule, cell, rag: agreed?.colour ?? cell.rag, agreed }];
  });
}

/** What the words of an element need to know; names of agencies for those who may see them. */
export function elementContext(map: ServiceMap, rule: ElementRule, names: boolean): ElementContext {
  const { definition, items, sectors, agencies } = map;
  const entries = new Map(map.entries.map((entry) => [entry.id, entry]));
  return {
    rule,
    items,
    sectors,
    agencies: names ? new Map(agencies.map(({ agency, name }) => [agency, name])) : null,
    saysOf: (entryId, item) => {
      const answer = entries.get(entryId)?.answers[item.id] as SimpleAnswer | undefined;
      return answerWords(item, answer, { definition, places: new Map() });
    },
  };
}
