import { Flags } from '@oclif/core';

/** Chooses the project; shared by every command that has to do with one. */
export const projectFlag = Flags.string({
  description:
    'Folder of the project; by default the nearest one upwards with an arcube.yaml, else this one.',
  helpValue: 'DIR',
});

/** The flags of commands that talk to an emulator in another terminal. */
export const controlFlags = {
  project: projectFlag,
  control: Flags.string({
    description: 'Control URL of the emulator, instead of the one that runs for the project.',
    env: 'ARCUBE_CONTROL_URL',
    helpValue: 'URL',
  }),
};
