// server.js - as many processes as one of our screens has, each on a socket of
// its own behind nginx.
import cluster from 'node:cluster'
import { chmodSync, createWriteStream } from 'node:fs'
import Fastify from 'fastify'
import { sessionOpen } from './session.js'
import { worklistShow } from './worklist.js'

const env = process.env

function primary() {
  const fork = (number) => {
    const worker = cluster.fork({ NUMBER: number })
    worker.on('exit', () => { if (!ending) fork(number) })
  }
  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGQUIT']) {
    process.on(signal, () => {
      ending = true
      for (const worker of Object.values(cluster.workers)) worker.kill()
      process.exit(0)
    })
  }
  for (let i = 0; i < Number(env.WORKERS); i++) fork(i)
}

// One line of JSON for each request, as ours.
async function logRequest(request, reply) {
  request.log.info({
    event: 'request',
    rid: request.headers['x-request-id'] ?? '',
    screen: request.routeOptions.url,
    method: request.method,
    status: reply.statusCode,
    us: Math.round(reply.elapsedTime * 1000),
    statements: request.statements
  })
}

// Nobody without a session, and nobody but the desk, gets further.
async function guard(request, reply) {
  const session = await sessionOpen(request)
  if (session === null) {
    const next = encodeURIComponent(request.routeOptions.url)
    return reply.redirect(`/account/login?next=${next}`, 303)
  }
  if (session.role !== 'reviewer' && session.role !== 'registrar') {
    return reply.code(403).type('text/plain').send('403\n')
  }
  request.session = session
  reply.header('cache-control', 'no-store')
}

async function serve() {
  const app = Fastify({
    disableRequestLogging: true,
    logger: {
      base: null,
      timestamp: () => `,"t":"${new Date().toISOString()}"`,
      stream: createWriteStream(env.REQUEST_LOG, { flags: 'a' })
    }
  })
  app.decorateRequest('session', null)
  app.decorateRequest('statements', 0)
  app.addHook('onRequest', guard)
  app.addHook('onResponse', logRequest)
  app.get('/tokutei/list', worklistShow)
  const path = `${env.SOCKET}.${env.NUMBER}`
  await app.listen({ path, exclusive: true, backlog: 511 })
  chmodSync(path, 0o660)
}

if (cluster.isPrimary) primary()
else await serve()
