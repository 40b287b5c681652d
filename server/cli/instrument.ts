/** `npm run -s instrument -- --check file.json`: is this file a definition that the platform can use? */
import { checkDefinition } from '../domain/instrument/check.ts';
import type { Definition } from '../domain/instrument/definition.ts';
import { entryItemsOf, itemsOf, levelItems } from '../domain/instrument/items.ts';
import { type CommandResult, parseOptions, readJson, runCommand } from './command.ts';

await runCommand((args): CommandResult => {
  const options = parseOptions(args, { required: ['check'] });
  if (!options.ok) return options;
  const file = readJson(options.values.check);
  if (!file.ok) return file;
  const checked = checkDefinition(file.value);
  return checked.ok ? { output: summaryOf(checked.definition) } : checked;
});

/** What there is in it; items of entries count, columns of tables do not. */
function summaryOf(definition: Definition) {
  const descriptors = levelItems(definition).flatMap((item) => item.descriptors);
  return {
    ok: true,
    id: definition.id,
    version: definition.version,
    sections: definition.sections.length,
    items: itemsOf(definition).length + entryItemsOf(definition).length,
    criteria: descriptors.reduce((sum, { criteria }) => sum + criteria.length, 0),
  };
}
