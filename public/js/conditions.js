// Questions that apply only sometimes are hidden while they do not; the server decides again when the form is sent.

/** Kleene's logic: true, false, or null where it is not known. */
const and = (values) => (values.includes(false) ? false : values.includes(null) ? null : true);
const not = (value) => (value === null ? null : !value);
const or = (values) => not(and(values.map(not)));

/** What is chosen for a test's item: the known answers, and null or false for all that was not chosen. */
function chosenFor({ item }, form) {
  const values = new FormData(form).getAll(item).filter((value) => value !== '');
  const known = values.filter((value) => !['unknown', '_unknown', '_none'].includes(value));
  return { known, absent: values.length === 0 || /unknown/.test(values) ? null : false };
}

const tests = {
  all: (test, form) => and(test.all.map((part) => holds(part, form))),
  any: (test, form) => or(test.any.map((part) => holds(part, form))),
  not: (test, form) => not(holds(test.not, form)),
  is: (test, form) => {
    const { known } = chosenFor(test, form);
    return known.length === 0 ? null : test.is.includes(known[0]);
  },
  includes: (test, form) => {
    const { known, absent } = chosenFor(test, form);
    return known.some((value) => test.includes.includes(value)) || absent;
  },
  excludes: (test, form) => not(tests.includes({ item: test.item, includes: test.excludes }, form)),
  chosen: (test, form) => {
    const { known, absent } = chosenFor(test, form);
    return known.length > 0 || absent;
  },
};

/** Tests of other kinds are left to the server: their questions stay in view. */
function holds(test, form) {
  const kind = Object.keys(tests).find((key) => key in test);
  return kind === undefined ? true : tests[kind](test, form);
}

export function startConditions(form) {
  const fields = [...form.querySelectorAll('[data-when]')];
  if (fields.length === 0) return;
  for (const field of fields) field.querySelector('.field__when')?.remove();
  const show = () => {
    for (const field of fields) field.hidden = holds(JSON.parse(field.dataset.when), form) !== true;
  };
  form.addEventListener('change', show);
  show();
}
