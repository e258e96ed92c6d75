import { createServer, request, type Server } from 'node:http';

/**
 * Stands between those who publish and a registry, and can go away like a registry that dies: what has arrived stays,
 * what is under way gets no answer, nobody gets through any more.
 */
export class Relay {
  readonly #server: Server;
  #left = Infinity;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on a free port of this machine and passes everything on to `port`. */
  static open(port: number): Promise<Relay> {
    const server = createServer();
    const relay = new Relay(server);
    server.on('request', (incoming, answer) => {
      if (relay.#left <= 0) {
        incoming.socket.destroy();
        return;
      }
      const { method, url: path, headers } = incoming;
      const passed = request({ host: '127.0.0.1', port, method, path, headers }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
        given.on('end', () => {
          if (method === 'PUT' && (given.statusCode ?? 500) < 300) relay.#count();
        });
      });
      passed.on('error', () => incoming.socket.destroy());
      incoming.pipe(passed);
    });
    return new Promise((resolve, reject) => {
      server.on('error', reject);
      server.listen(0, '127.0.0.1', () => resolve(relay));
    });
  }

  #count(): void {
    this.#left -= 1;
    // The last answer is still on its way.
    if (this.#left <= 0)
      setTimeout(() => this.#left <= 0 && this.#server.closeAllConnections(), 50);
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Goes away when that many packages more have arrived. */
  dieAfter(packages: number): void {
    this.#left = packages;
  }

  comeBack(): void {
    this.#left = Infinity;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
