import type { Operation } from '../../../protocol/operation.js';
import type { Parameters } from '../parameters.js';

/** `DeleteParameter`. */
export const deleteParameter: Operation<Parameters> = async (parameters, input) => {
  delete parameters.state.parameters[parameters.named(input).name];
  await parameters.save();
  return {};
};

/** `DeleteParameters`. */
export const deleteParameters: Operation<Parameters> = async (parameters, input) => {
  const names = input.texts('Names');
  const there = names.filter((name) => parameters.find(name));
  for (const name of there) delete parameters.state.parameters[name];
  await parameters.save();
  return { DeletedParameters: there, InvalidParameters: names.filter((name) => !there.includes(name)) };
};
