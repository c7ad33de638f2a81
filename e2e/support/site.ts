/**
 * A stand-in for x.com: a local TLS server with the practice page, and the proxy through which both browsers reach
 * it as `https://x.com/…`. The proxy tunnels nothing else and writes down every attempt, so that a test can prove
 * that nothing was sent anywhere.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

/** A request that reached the stand-in site. */
export interface SiteRequest {
  method: string;
  /** Whole address, such as `https://x.com/home`. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

/** Something a browser tried to reach that is not the site. */
export interface RefusedRequest {
  /** `host:port` of a tunnel, or the whole address of a plain http request. */
  host: string;
  at: number;
}

/** The running stand-in site. */
export interface Site {
  /** The origin as browsers see it. */
  readonly origin: 'https://x.com';
  /** What a browser trusts its certificate by: base64 of the SHA-256 of its public key. */
  readonly keyHash: string;
  /** `127.0.0.1:port` of the proxy. */
  readonly proxy: { host: string; port: number };
  readonly requests: SiteRequest[];
  /** What was asked for beyond the site, except what the browser itself is known to fetch. */
  readonly refused: RefusedRequest[];
  /** What the browser fetches on its own account (updates, sign-in), refused all the same. */
  readonly housekeeping: RefusedRequest[];
  /** Forgets what was recorded so far. */
  clearRecords(): void;
  close(): Promise<void>;
}

/** Every name the extension runs on. */
const HOSTS = ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com'];

/** Whole host names that browsers ask for although they were told not to; nothing of the extension's is among them. */
const HOUSEKEEPING_HOSTS = [
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edge.microsoft.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
  'aus5.mozilla.org',
  'content-signature-2.cdn.mozilla.net',
  'firefox.settings.services.mozilla.com',
];

/** As strict as the real site's in what matters to an extension: no inline script, no foreign origin. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Starts the site and its proxy on free ports of 127.0.0.1.
 *
 * @param folder built page; every path without a file of its own answers with its index.html.
 */
export async function startSite(folder: string): Promise<Site> {
  const requests: SiteRequest[] = [];
  const refused: RefusedRequest[] = [];
  const housekeeping: RefusedRequest[] = [];
  const refuse = (host: string) => {
    const name = host.replace(/^http:\/\//, '').replace(/[:/].*$/, '');
    (HOUSEKEEPING_HOSTS.includes(name) ? housekeeping : refused).push({ host, at: Date.now() });
  };

  const certificate = await generate([{ name: 'commonName', value: 'x.com' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2 as const, value })) }],
  });
  const web = createTlsServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'x.com'}`);
    const record: SiteRequest = {
      method: request.method ?? 'GET',
      url: url.href,
      headers: request.headers,
      body: '',
      at: Date.now(),
    };
    requests.push(record);
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      record.body += chunk;
    });
    request.on('end', async () => {
      const file = await readSiteFile(folder, url.pathname);
      response.writeHead(file ? 200 : 404, {
        'content-type': file?.type ?? 'text/plain; charset=utf-8',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-frame-options': 'SAMEORIGIN',
        'x-content-type-options': 'nosniff',
        // The build names its assets by their contents; browsers then keep what they have made of the scripts as well.
        'cache-control': url.pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      });
      response.end(request.method === 'HEAD' ? undefined : (file?.body ?? 'Not found'));
    });
  });
  const webPort = await listen(web);

  const proxy = createHttpServer((request, response) => {
    refuse(request.url ?? '');
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Only the practice site is reachable.');
  });
  proxy.on('connect', (request, client: Duplex, head: Buffer) => {
    const target = request.url ?? '';
    if (!HOSTS.some((host) => target === `${host}:443`)) {
      refuse(target);
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      client.on('error', () => undefined);
      return;
    }
    const upstream = connect(webPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    // A browser that closes mid-way is everyday life, not an error of ours.
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  const proxyPort = await listen(proxy);

  const closeWeb = closer(web);
  const closeProxy = closer(proxy);
  return {
    origin: 'https://x.com',
    keyHash: hashOfKey(certificate.cert),
    proxy: { host: '127.0.0.1', port: proxyPort },
    requests,
    refused,
    housekeeping,
    clearRecords() {
      requests.length = 0;
      refused.length = 0;
      housekeeping.length = 0;
    },
    async close() {
      await Promise.all([closeProxy(), closeWeb()]);
    },
  };
}

/** Reads the file of a path, or the index page for an address of the app itself. */
async function readSiteFile(folder: string, pathname: string): Promise<{ body: Buffer; type: string } | undefined> {
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  const inside = path.startsWith(normalize(folder) + sep);
  if (inside && (await stat(path).catch(() => undefined))?.isFile()) {
    return { body: await readFile(path), type: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream' };
  }
  // A missing picture or script must fail as one, not come back as the page.
  if (extname(pathname) in CONTENT_TYPES) return undefined;
  return { body: await readFile(join(folder, 'index.html')), type: 'text/html; charset=utf-8' };
}

function hashOfKey(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Gives a function that closes a server at once, open connections and tunnels included. */
function closer(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
