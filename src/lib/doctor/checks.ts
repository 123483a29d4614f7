import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { readProject } from '../../core/config/project.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { isAlive, readRunFile } from '../../core/run-file.js';
import { readTenants } from '../tenant/folder.js';
import type { Check, Finding } from './check.js';

const OLDEST_NODE = [20, 19] as const;

const node: Check = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (!old) return { name: 'Node', status: 'ok', text: process.version };
  const wanted = OLDEST_NODE.join('.');
  return {
    name: 'Node',
    status: 'failed',
    text: `${process.version} is older than ${wanted}`,
    remedy: `Install Node ${wanted} or newer.`,
  };
};

const projectFile: Check = ({ projectDir }) => {
  const file = join(projectDir, 'arcube.yaml');
  if (!existsSync(file))
    return { name: 'Project', status: 'ok', text: 'no arcube.yaml: the shipped stack and samples are used' };
  return faultsOr(readProject(file).diagnostics, projectDir, {
    name: 'Project',
    status: 'ok',
    text: 'arcube.yaml is right',
  });
};

const tenants: Check = ({ projectDir }) => {
  const file = join(projectDir, 'arcube.yaml');
  if (existsSync(file) && !readProject(file).value)
    return { name: 'Tenants', status: 'warning', text: 'not checked: arcube.yaml is to say where they are' };
  const { samples, files, diagnostics } = readTenants(projectDir);
  if (samples)
    return { name: 'Tenants', status: 'ok', text: 'none of the project’s own: the samples are used' };
  return faultsOr(diagnostics, projectDir, { name: 'Tenants', status: 'ok', text: `${files.length} right` });
};

const writable: Check = ({ projectDir }) => {
  try {
    accessSync(projectDir, constants.W_OK);
    return { name: 'State', status: 'ok', text: `${projectDir} can be written to` };
  } catch {
    const remedy = 'Use another folder with --project, or keep data in memory with `arcube dev --memory`.';
    return { name: 'State', status: 'failed', text: `${projectDir} cannot be written to`, remedy };
  }
};

const running: Check = ({ projectDir }) => {
  const found = readRunFile(projectDir);
  if (!found || !isAlive(found.pid))
    return { name: 'Emulator', status: 'ok', text: 'none runs for this project' };
  return {
    name: 'Emulator',
    status: 'ok',
    text: `process ${found.pid} at ${found.urls?.api ?? '(starting)'}`,
  };
};

const ports: Check = async ({ ports }) => {
  const findings: Finding[] = [];
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port))
      findings.push({
        name: `Port ${port}`,
        status: 'ok',
        text: `free for the ${name === 'aws' ? 'AWS endpoint' : 'API'}`,
      });
    else
      findings.push({
        name: `Port ${port}`,
        status: 'warning',
        text: 'taken',
        remedy: 'The next free one will be used; choose one with --port.',
      });
  }
  return findings;
};

/** Every check, in the order in which it is shown. */
export const CHECKS: readonly Check[] = [node, projectFile, tenants, writable, running, ports];

function faultsOr(diagnostics: Diagnostic[], projectDir: string, right: Finding): Finding[] {
  if (diagnostics.length === 0) return [right];
  return diagnostics.map(({ severity, place, message, remedy }) => {
    const where = place ? `${relative(projectDir, place.file)}:${place.line}:${place.column} ` : '';
    return {
      name: right.name,
      status: severity === 'error' ? 'failed' : 'warning',
      text: `${where}${message}`,
      remedy,
    };
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port }, () => server.close(() => resolve(true)));
  });
}
