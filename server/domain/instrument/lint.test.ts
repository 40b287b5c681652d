import { describe, expect, it } from 'vitest';
import { aMaturityGrid } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import { eachFaultIsTold, faultsOf } from '../../../test/factories/faults.ts';

const grid = aMaturityGrid();
const map = aServiceMap();
const inGrid = '/sections/1/items';
const inEntry = '/sections/0/items/0/sections/1/items';

describe('[trust 22] the meaning gate tells of a grid', () => {
  const when = `${inGrid}/1/when`;
  const order = 'list the levels 1, 2, 3, 4 in this order';
  const descriptors = '/sections/0/items/0/descriptors';
  const first = '/sections/0/items/0/id';
  // prettier-ignore
  eachFaultIsTold(grid, [
    ['section id used twice', '/sections/1/id', 'domains', '/sections/1/id', '"domains" is the section at /sections/0/id already: choose another id'],
    ['item id used twice', '/sections/0/items/1/id', 'leadership', '/sections/0/items/1/id', `"leadership" is the item at ${first} already: choose another id`],
    ['criterion id used in two domains', '/sections/0/items/1/descriptors/2/criteria/0/id', 'leadership-1a', '/sections/0/items/1/descriptors/2/criteria/0/id', `"leadership-1a" is the criterion at ${descriptors}/0/criteria/0/id already: choose another id`],
    ['term id used twice', '/terms', [...(grid.terms ?? []), ...(grid.terms ?? [])], '/terms/1/id', '"place" is the term at /terms/0/id already: choose another id'],
    ['descriptors out of order', `${descriptors}/1/level`, 3, `${descriptors}/1/level`, `level 3 is out of place here: ${order}`],
    ['descriptor of level 0', `${descriptors}/0/level`, 0, `${descriptors}/0/level`, `level 0 is out of place here: ${order}`],
    ['descriptor left out', descriptors, [1, 2, 3].map((level, i) => ({ level, summary: 'x', criteria: [{ id: `z${i}`, text: 'x', required: true }] })), descriptors, `level 4 is missing: ${order}`],
    ['level words out of order', '/levels/0/level', 1, '/levels/0/level', 'level 1 is out of place here: list the levels 0, 1, 2, 3, 4 in this order'],
    ['level word left out', '/levels', grid.levels?.slice(0, 4), '/levels', 'level 4 is missing: list the levels 0, 1, 2, 3, 4 in this order'],
    ['level words missing', '/levels', undefined, '/levels', 'is missing: an item of type level needs it'],
    ['colours missing', '/bands', undefined, '/bands', 'is missing: an item of type level needs it'],
    ['colours with a gap', '/bands/1/from', 3, '/bands', 'level 2 has no colour: give it exactly one'],
    ['colours that overlap', '/bands/1/to', 4, '/bands', 'level 4 has 2 colours: give it exactly one'],
    ['colour upside down', '/bands/1', { rag: 'amber', from: 3, to: 2 }, '/bands/1/to', 'is below "from": swap them'],
    ['condition on no item', `${when}/item`, 'nobody', `${when}/item`, 'there is no item "nobody" here: name one of the same questionnaire'],
    ['condition on itself', `${when}/item`, 'colleagues', `${when}/item`, 'an item cannot wait for itself: name an earlier one'],
    ['condition on a later item', `${inGrid}/0/when`, { item: 'colleagues', is: ['x'] }, `${inGrid}/0/when/item`, '"colleagues" is asked later: name an earlier item, or move this one'],
    ['cycle, told where it goes ahead', '/sections/0/items/0/when', { item: 'together', is: ['yes'] }, '/sections/0/items/0/when/item', '"together" is asked later: name an earlier item, or move this one'],
    ['condition on a domain', when, { item: 'leadership', is: ['x'] }, `${when}/is`, 'needs an item of type single or yes-partly-no, and "leadership" is level: name another item'],
    ['condition on no option', when, { item: 'together', is: ['yes', 'maybe'] }, `${when}/is/1`, '"maybe" is no option of "together": choose one that is'],
    ['test that does not suit the item', when, { all: [{ not: { item: 'together', includes: ['yes'] } }] }, `${when}/all/0/not/includes`, 'needs an item of type multiple, and "together" is yes-partly-no: name another item'],
    ['other entries asked in a condition', when, { any: [{ someRunningEntry: { item: 'together', is: ['yes'] } }] }, `${when}/any/0/someRunningEntry`, 'belongs in a "match" or in what green needs, once: test an item here'],
    ['placeholder nobody fills', '/scope', 'About {town}.', '/scope', '{town} is not known here: use {place} or {agency}'],
    ['grid without a domain', '/sections/0/items', [{ id: 'a', type: 'date', text: 'When?' }], '/kind', 'maturity needs an item of type level: add one'],
    ['rules without entries', '/support', map.support, '/support', 'has no entries to read: add an item of entries'],
  ]);

  it('a map without entries lacks its rules too', () => {
    expect(faultsOf(grid, '/kind', 'service-map')).toEqual([
      { path: '/kind', text: 'service-map needs an item of type entries: add one' },
      { path: '/support', text: 'is missing: a service-map needs its rules' },
    ]);
  });
});

describe('[trust 22] the meaning gate tells of a map', () => {
  const entries = '/sections/0/items/0';
  const main = `${entries}/sections/0/items`;
  const element = '/support/elements/0';
  const option = { id: 'age', label: 'By age' };
  // prettier-ignore
  eachFaultIsTold(map, [
    ['entry section with the id of a section', `${entries}/sections/0/id`, 'services', `${entries}/sections/0/id`, '"services" is the section at /sections/0/id already: choose another id'],
    ['entry item id used twice', `${inEntry}/5/id`, 'name', `${inEntry}/5/id`, `"name" is the item at ${main}/0/id already: choose another id`],
    ['option id used twice', `${inEntry}/0/options`, [option, { id: 'threshold', label: 'x' }, option], `${inEntry}/0/options/2/id`, `"age" is the option at ${inEntry}/0/options/0/id already: choose another id`],
    ['catalogue id used twice', '/catalogues', [...(map.catalogues ?? []), ...(map.catalogues ?? [])], '/catalogues/1/id', '"interventions" is the catalogue at /catalogues/0/id already: choose another id'],
    ['catalogue entry used twice', '/catalogues/0/entries/1/id', 'vig', '/catalogues/0/entries/1/id', '"vig" is the entry at /catalogues/0/entries/0/id already: choose another id'],
    ['column id used twice', `${inEntry}/8/columns/1/id`, 'place', `${inEntry}/8/columns/1/id`, `"place" is the column at ${inEntry}/8/columns/0/id already: choose another id`],
    ['column called row', `${inEntry}/8/columns/1/id`, 'row', `${inEntry}/8/columns/1/id`, '"row" names the row itself: choose another id'],
    ['row id used twice', `${inEntry}/9/rows/1/id`, '2025', `${inEntry}/9/rows/1/id`, `"2025" is the row at ${inEntry}/9/rows/0/id already: choose another id`],
    ['element id used twice', '/support/elements', [map.support?.elements[0], map.support?.elements[0]], '/support/elements/1/id', '"E1" is the element at /support/elements/0/id already: choose another id'],
    ['code used twice in an element', `${element}/green/1/code`, 'threshold', `${element}/green/1/code`, `"threshold" is the code at ${element}/green/0/code already: choose another id`],
    ['catalogue that is not there', `${inEntry}/2/catalogue`, 'methods', `${inEntry}/2/catalogue`, 'there is no catalogue "methods": add it, or name one that is there'],
    ['options and a catalogue', `${inEntry}/2/options`, [option], `${inEntry}/2`, 'needs either "options" or a "catalogue": give one of them'],
    ['neither options nor a catalogue', `${inEntry}/2/catalogue`, undefined, `${inEntry}/2`, 'needs either "options" or a "catalogue": give one of them'],
    ['fixed and free rows', `${inEntry}/9/maximumRows`, 4, `${inEntry}/9`, 'needs either fixed "rows" or "maximumRows": give one of them'],
    ['ages upside down', `${inEntry}/4/maximum`, -9, `${inEntry}/4/maximum`, 'must be above "minimum": raise it'],
    ['amounts upside down', `${inEntry}/6/maximum`, 0, `${inEntry}/6/maximum`, 'must be above "minimum": raise it'],
    ['bounds of a column upside down', `${inEntry}/8/columns/1/maximum`, -1, `${inEntry}/8/columns/1/maximum`, 'must be above "minimum": raise it'],
    ['title that is not there', `${entries}/titleItem`, 'title', `${entries}/titleItem`, 'there is no item "title": name an item of type text in the entry'],
    ['title of the wrong type', `${entries}/titleItem`, 'sector', `${entries}/titleItem`, '"sector" is single: name an item of type text in the entry'],
    ['Places of the wrong type', `${entries}/placesItem`, 'restrictions', `${entries}/placesItem`, '"restrictions" is multiple: name an item of type places in the entry'],
    ['status of the wrong type', `${entries}/statusItem`, 'ages', `${entries}/statusItem`, '"ages" is age-range: name an item of type single in the entry'],
    ['entries in entries\' condition', `${inEntry}/1/when`, { item: 'entries', chosen: true }, `${inEntry}/1/when/item`, 'there is no item "entries" here: name one of the same questionnaire'],
    ['months that fall', `${element}/match/overlaps`, [24, 24], `${element}/match/overlaps`, 'must rise: put the earlier month first'],
    ['match on an item outside the entry', `${element}/match`, { item: 'entries', chosen: true }, `${element}/match/item`, 'there is no item "entries" in the entry: name one that is there'],
    ['provider that is no group', `${element}/providers`, ['midwifery', 'nursery'], `${element}/providers/1`, '"nursery" is no option of "sector": choose one that is'],
    ['green that asks for no item', `${element}/green/0/item`, 'thresholds', `${element}/green/0/item`, 'there is no item "thresholds" in the entry: name one that is there'],
    ['green with an option of the catalogue that is not there', `${element}/green/0/when`, { item: 'interventions', includes: ['vig', 'vip'] }, `${element}/green/0/when/includes/1`, '"vip" is no option of "interventions": choose one that is'],
    ['other entries asked within other entries', `${element}/green/1/when`, { someRunningEntry: { not: { someRunningEntry: { item: 'consultation', is: ['yes'] } } } }, `${element}/green/1/when/someRunningEntry/not/someRunningEntry`, 'belongs in a "match" or in what green needs, once: test an item here'],
    ['other entries asked for what runs', '/support/running', { someRunningEntry: { item: 'status', is: ['running'] } }, '/support/running/someRunningEntry', 'belongs in a "match" or in what green needs, once: test an item here'],
    ['status that is no option', '/support/developing/is', ['planned'], '/support/developing/is/0', '"planned" is no option of "status": choose one that is'],
    ['map without rules', '/support', undefined, '/support', 'is missing: a service-map needs its rules'],
    ['Place named where none is asked', '/scope', 'What {agency} does in {place}.', '/scope', '{place} is not known here: use {agency}'],
  ]);

  it('a group of the wrong type, and nothing on top of it about providers', () => {
    expect(faultsOf(map, `${entries}/groupItem`, 'teams')).toEqual([
      {
        path: `${entries}/groupItem`,
        text: 'there is no item "teams": name an item of type single in the entry',
      },
    ]);
  });

  it('a second item of entries', () => {
    const item = map.sections[0]?.items[0];
    const section = { id: 'again', title: 'Again', items: [{ ...item, id: 'again' }] };
    expect(faultsOf(map, '/sections/1', section)).toContainEqual({
      path: '/sections/1/items/0',
      text: 'is a second item of entries: an instrument has at most one, so remove it',
    });
  });
});
