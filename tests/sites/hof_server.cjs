// Starts the example application that the npm package "hof" (Home Office Forms, MIT) ships, on a free loopback port.
// Prints one JSON line with its port, then one per request that carries a body: {method, url, headers, body (base64)}.
// Ends when its standard input closes, so that it never outlives the test that started it.
"use strict";
const path = require("path");

const base = path.join(__dirname, "node_modules/hof");
const root = path.join(base, "sandbox");
process.chdir(root);
const say = (value) => process.stdout.write(JSON.stringify(value) + "\n");
console.log = () => {}; // the framework's own notices would mix with the lines above

// Watches the body as the application itself reads it; reading here would take it away.
function record(request, response, next) {
  const chunks = [];
  const emit = request.emit;
  request.emit = function (event, chunk) {
    if (event === "data") chunks.push(Buffer.from(chunk));
    return emit.apply(this, arguments);
  };
  response.on("finish", () => {
    if (request.method === "GET" || request.method === "HEAD") return;
    const body = Buffer.concat(chunks).toString("base64");
    say({ method: request.method, url: request.originalUrl, headers: request.headers, body });
  });
  next();
}

const hof = require(base);
const session = require("express-session");
const application = hof({
  root,
  start: false,
  env: "test",
  loglevel: "error",
  translations: "./apps/sandbox/translations",
  routes: [require(path.join(root, "apps/sandbox"))],
  behaviours: [hof.components.sessionTimeoutWarning],
  middleware: [record],
  getAccessibility: true,
  sessionTimeoutWarningContent: true,
  exitFormContent: true,
  sessionStore: new session.MemoryStore(), // in place of Redis: one visitor, gone with the process
  session: { secret: require("crypto").randomBytes(16).toString("hex") },
});
application.start({ port: 0, host: "127.0.0.1" }).then(() => say({ port: application.server.address().port }));
process.stdin.on("end", () => process.exit(0)).resume();
