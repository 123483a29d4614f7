import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { type Command, defineCommand } from '../command.js';

/** Atlas Search is not part of a mongod either: these commands answer what one without it answers. */
function searchCommand(name: string): Command {
  return defineCommand({
    name,
    access: 'admin',
    fields: { [name]: as.any },
    lenient: true,
    run() {
      throw mongoError(
        'SearchNotEnabled',
        'Using Atlas Search Database Commands and the $listSearchIndexes aggregation stage requires additional ' +
          'configuration. Please connect to Atlas or an AtlasCLI local deployment to enable.',
      );
    },
  });
}

export const searchIndexCommands: readonly Command[] = [
  'createSearchIndexes',
  'updateSearchIndex',
  'dropSearchIndex',
  'listSearchIndexes',
].map(searchCommand);
