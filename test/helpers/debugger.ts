import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'undici';

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, never>;
  result?: Record<string, never>;
  error?: { message: string };
}

interface ParsedScript {
  scriptId: string;
  url: string;
  map: SourceMap;
  sources: string[];
}

export interface Pause {
  callFrames: {
    callFrameId: string;
    location: { scriptId: string; lineNumber: number; columnNumber: number };
  }[];
}

/** A debugger as editors have them: it speaks the inspector's protocol and knows places by their original sources alone. */
export class DebugClient {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #pauses: Pause[] = [];
  readonly scripts: ParsedScript[] = [];
  #id = 0;
  #woken = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Message));
  }

  static async connect(url: string): Promise<DebugClient> {
    const socket = new WebSocket(url);
    const client = new DebugClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`nobody listens at ${url}`)));
    });
    await client.ask('Debugger.enable');
    return client;
  }

  ask(method: string, params: object = {}): Promise<Record<string, never>> {
    const id = ++this.#id;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result ?? {}),
      );
    });
  }

  /** Sets a breakpoint at the first code of a line (from 1) of an original source. */
  async breakAt(file: string, line: number): Promise<void> {
    const script = this.scripts.findLast(({ sources }) => sources.includes(file));
    if (!script) throw new Error(`no script was made from ${file}`);
    const { generatedLine, generatedColumn } = generatedPlace(script.map, file, line);
    await this.ask('Debugger.setBreakpointByUrl', {
      url: script.url,
      lineNumber: generatedLine,
      columnNumber: generatedColumn,
    });
  }

  /** Resolves when the code stops somewhere. */
  async paused(): Promise<Pause> {
    while (this.#pauses.length === 0)
      await new Promise<void>((resolve) => {
        this.#woken = resolve;
      });
    return this.#pauses.shift() as Pause;
  }

  /** `file:line` of the original source in which the code stands. */
  placeOf({ callFrames: [top] }: Pause): string {
    const { scriptId, lineNumber, columnNumber } = top?.location ?? {};
    const script = this.scripts.find((one) => one.scriptId === scriptId);
    const entry = script?.map.findEntry(lineNumber ?? 0, columnNumber ?? 0);
    if (!entry || !('originalSource' in entry)) return 'somewhere';
    return `${fileURLToPath(entry.originalSource)}:${entry.originalLine + 1}`;
  }

  close(): void {
    this.#socket.close();
  }

  #hear(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    if (message.method === 'Debugger.paused') {
      this.#pauses.push(message.params as unknown as Pause);
      this.#woken();
    }
    if (message.method !== 'Debugger.scriptParsed') return;
    const { scriptId, url, sourceMapURL = '' } = message.params as unknown as Record<string, string>;
    const encoded = /^data:application\/json;base64,(.+)$/.exec(sourceMapURL)?.[1];
    if (!encoded || !scriptId || !url) return;
    const json = JSON.parse(Buffer.from(encoded, 'base64').toString()) as { sources: string[] };
    const map = new SourceMap(json as unknown as ConstructorParameters<typeof SourceMap>[0]);
    this.scripts.push({ scriptId, url, map, sources: json.sources.map((one) => fileURLToPath(one)) });
  }
}

function generatedPlace(map: SourceMap, file: string, line: number) {
  for (let generatedLine = 0; generatedLine < 300; generatedLine++) {
    for (let generatedColumn = 0; generatedColumn < 200; generatedColumn++) {
      const entry = map.findEntry(generatedLine, generatedColumn);
      if (!('originalSource' in entry) || entry.generatedLine !== generatedLine) continue;
      if (fileURLToPath(entry.originalSource) === file && entry.originalLine === line - 1)
        return { generatedLine, generatedColumn };
    }
  }
  throw new Error(`no code was made from ${file}:${line}`);
}
