import { parentPort } from 'node:worker_threads';
import { zipFiles } from './zip.js';

/** A file to make an archive of; the answer is the archive, in the order of the files. */
export interface ZipTask {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

parentPort?.on('message', ({ name, content }: ZipTask) => {
  const archive = zipFiles({ [name]: content });
  parentPort?.postMessage(archive);
});
