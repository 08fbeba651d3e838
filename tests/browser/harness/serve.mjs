// Serves a built site on the loopback address, as a strict web host would.
//
// The policy is the one that the pages promise to satisfy: any style, script, image or
// request that it forbids becomes a violation that the `policy` check sees.

import { promises as fs } from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".xml": "application/xml",
  ".atom": "application/atom+xml",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
  ".js": "text/javascript; charset=utf-8",
  ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".html", ".css", ".svg", ".json", ".xml", ".txt", ".js"]);

/**
 * Starts the server. `base` is the address that the site was built for: its path is served
 * (root-relative links need it).
 *
 * `forLighthouse` bends one thing that is no property of the site: pages name the loopback
 * address in place of `base`, since a canonical link to another host costs points.
 */
export async function serve(root, base, { forLighthouse = false } = {}) {
  const mount = new URL(base).pathname;
  const handler = { root, mount, rewrite: null, policy: POLICY };
  const server = http.createServer((request, response) => {
    answer(handler, request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  if (forLighthouse) handler.rewrite = { from: base, to: `${origin}${mount}` };
  return {
    origin,
    url: (sitePath) => `${origin}${mount}${sitePath.slice(1)}`,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}

async function answer(handler, request, response) {
  const found = await find(handler, new URL(request.url, "http://loopback"));
  if (found.redirect) return response.writeHead(301, { location: found.redirect }).end();
  const type = path.extname(found.file ?? ".txt");
  const headers = {
    "content-type": TYPES[type] ?? "application/octet-stream",
    "content-security-policy": handler.policy,
    "x-content-type-options": "nosniff",
    "cache-control": "max-age=31536000",
    vary: "accept-encoding",
  };
  const body = pack(await bodyOf(handler, found, type), type, request, headers);
  response.writeHead(found.status, headers).end(request.method === "HEAD" ? undefined : body);
}

async function bodyOf(handler, found, type) {
  if (!found.file) return Buffer.from("not found");
  const bytes = await fs.readFile(path.join(handler.root, found.file));
  if (!handler.rewrite || type !== ".html") return bytes;
  return Buffer.from(bytes.toString("utf8").replaceAll(handler.rewrite.from, handler.rewrite.to));
}

function pack(body, type, request, headers) {
  const accepts = /\bgzip\b/u.test(request.headers["accept-encoding"] ?? "");
  if (!accepts || !COMPRESSED.has(type)) return body;
  headers["content-encoding"] = "gzip";
  return zlib.gzipSync(body, { level: 9 });
}

/** The file for an address: itself, the index of its folder, or the nearest 404 page. */
async function find({ root, mount }, url) {
  const wanted = decodeURIComponent(url.pathname);
  if (!wanted.startsWith(mount) || wanted.split("/").includes("..")) return { status: 404 };
  const below = wanted.slice(mount.length);
  const file = below === "" || below.endsWith("/") ? `${below}index.html` : below;
  if (await isFile(root, file)) return { status: 200, file };
  if (await isFile(root, `${file}/index.html`)) return { status: 301, redirect: `${url.pathname}/` };
  return { status: 404, file: await nearest404(root, below) };
}

async function nearest404(root, below) {
  const parts = below.split("/");
  while (parts.length > 0) {
    parts.pop();
    const file = [...parts, "404.html"].join("/");
    if (await isFile(root, file)) return file;
  }
  return null;
}

async function isFile(root, file) {
  const stat = await fs.stat(path.join(root, file)).catch(() => null);
  return stat?.isFile() ?? false;
}
