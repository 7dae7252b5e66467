// session.js - who asks.
import { createHash, randomBytes } from 'node:crypto'
import { fetchRows, stored } from './db.js'

const SITE = process.env.SITE
const COOKIE = /(?:^|; )sid=([A-Za-z0-9_-]{43})(?:;|$)/
const NO_KEY = Buffer.alloc(16)

const sha256 = (text) => createHash('sha256').update(text)

// The row of the session, or null; one statement, also for the form key.
export async function sessionOpen(request) {
  const cookie = COOKIE.exec(request.headers.cookie ?? '')?.[1]
  if (!cookie) return null
  const [s] = await fetchRows(request, 'session_staff', {
    token: sha256(cookie).digest(),
    site: SITE,
    key: NO_KEY,
    place: `${SITE}${request.routeOptions.url}:`
  })
  if (!s || s.session === null) return null
  const now = Date.now()
  const idle = s.idle_seconds * 1000
  const seen = s.seen_at.getTime()
  const ends = s.ends_at.getTime()
  if (now >= ends || now >= seen + idle || s.account_state === 'disabled') return null
  if (now - seen >= 60000) {
    await fetchRows(request, 'session_touch', {
      session: s.session, now: stored(new Date(now))
    })
  }
  s.expires = new Date(Math.min(now + idle, ends))
  s.form_token = sha256(`form:${cookie}`).digest('base64url')
  s.form_key = randomBytes(16).toString('hex')
  return s
}
