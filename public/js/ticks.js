// A long list of boxes to tick: a filter above it, and what is ticked in its heading.

function filterBox(id) {
  const box = document.createElement('div');
  box.className = 'ticks__f';
  const input = Object.assign(document.createElement('input'), {
    className: 'nhsuk-input',
    type: 'search',
    id,
  });
  const label = Object.assign(document.createElement('label'), {
    className: 'nhsuk-label',
    htmlFor: id,
    textContent: 'Type a few letters to shorten the list',
  });
  const found = document.createElement('p');
  found.className = 'small muted';
  found.setAttribute('role', 'status');
  box.append(label, input, found);
  return { box, input, found };
}

export function startTicks(list) {
  const rows = [...list.querySelectorAll('li')];
  const { box, input, found } = filterBox(`${rows[0].querySelector('input').id}_filter`);
  list.querySelector('ul').before(box);
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    found.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown`;
  });
  // Enter would send the whole form.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  list.closest('form').addEventListener('change', () => {
    const chosen = rows.filter((row) => row.querySelector('input').checked);
    const words = chosen.map((row) => row.textContent.trim()).join('; ');
    list.querySelector('.ticks__s').textContent = words || 'Nothing chosen';
  });
}
